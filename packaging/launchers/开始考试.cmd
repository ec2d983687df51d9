@echo off
chcp 65001 >nul
setlocal
title 考试
cd /d "%~dp0"
set "PYTHONHOME="
set "PYTHONPATH="
set "OWN=%~dp0程序\python\python.exe"
set "START=%~dp0程序\starting.py"
set "NEW=import sys; sys.exit(sys.version_info < (3, 11))"
rem Jumps and no blocks: the bracket of a dropped 试卷(1).quiz would end a block.
if not exist "%START%" goto torn
if not exist "%OWN%" goto search
"%OWN%" -c "%NEW%" >nul 2>nul
if %errorlevel%==0 goto own
echo 考试盘里的 Python 在这台机器上运行不了：需要 64 位的 Windows 10 或 Windows 11。
:search
py -3 -c "%NEW%" >nul 2>nul
if %errorlevel%==0 goto launcher
python -c "%NEW%" >nul 2>nul
if %errorlevel%==0 goto system
echo 这台机器上没有能用的 Python（3.11 或更新的版本）。
echo 请报告监考老师，换一台机器，或换用带 Python 的考试盘。
pause
goto end
:torn
rem In a ZIP that is only looked into, this file alone is unpacked.
echo 没有找到“程序”文件夹。请把整个“考试”文件夹解压、拷到桌面，再双击。
pause
goto end
:own
"%OWN%" -X utf8 "%START%" %*
goto end
:launcher
py -3 -X utf8 "%START%" %*
goto end
:system
python -X utf8 "%START%" %*
:end
endlocal

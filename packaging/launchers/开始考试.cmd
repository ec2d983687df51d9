@echo off
chcp 65001 >nul
setlocal
title 考试
cd /d "%~dp0"
set "PYTHONUTF8=1"
set "OWN=%~dp0程序\python\python.exe"
if exist "%OWN%" (
    "%OWN%" "%~dp0程序\starting.py" %*
    goto end
)
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 (
    py -3 "%~dp0程序\starting.py" %*
    goto end
)
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 (
    python "%~dp0程序\starting.py" %*
    goto end
)
echo 这台机器没有 Python 3.11 或更新的版本，考试盘里也没有带。
echo 请报告监考老师，换用带 Python 的考试盘。
pause
:end
endlocal

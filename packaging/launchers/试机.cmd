@echo off
chcp 65001 >nul
call "%~dp0开始考试.cmd" rehearse

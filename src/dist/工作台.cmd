@echo off
rem Opens the desk in the browser, without a console window. Takes Java 17 or later from this folder, JAVA_HOME, PATH or the
rem usual folders. This file is ASCII: a code page would change other letters. What it says stands in java-missing.txt.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "JAVAW="
call :try "%HERE%jre\bin\"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\"
for %%J in (javaw.exe) do call :try "%%~dp$PATH:J"
for %%R in ("%ProgramFiles%" "%ProgramW6432%" "%LOCALAPPDATA%\Programs") do (
    for %%V in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft Semeru) do (
        for /d %%D in ("%%~R\%%~V\*") do call :try "%%~D\bin\"
    )
)
if not defined JAVAW goto missing
set "TUNING=-XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:MaxInlineLevel=5 -XX:InlineSmallCode=500 -XX:FreqInlineSize=100"
start "" /D "%HERE%." "%JAVAW%" -XX:+UseSerialGC -Xmx512m %TUNING% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true -Djfr.unsupported.vm=true %JIBAO_OPTS% -jar "%HERE%jibao.jar" desk
exit /b 0

rem The folder is taken if its Java is 17 or later and can do without a console window. Java 8 does not know --version.
:try
if defined JAVAW exit /b 0
if not exist "%~1javaw.exe" exit /b 0
if not exist "%~1java.exe" exit /b 0
set "VERSION="
for /f "tokens=2 delims=.-+ " %%V in ('""%~1java.exe" --version 2^>nul"') do if not defined VERSION set "VERSION=%%V"
if not defined VERSION exit /b 0
if %VERSION% GEQ 17 set "JAVAW=%~1javaw.exe"
exit /b 0

:missing
powershell -NoProfile -Command "Add-Type -AssemblyName System.Windows.Forms; [void][System.Windows.Forms.MessageBox]::Show([IO.File]::ReadAllText($env:HERE + 'java-missing.txt', [Text.Encoding]::UTF8), 'Jibao')"
if not errorlevel 1 exit /b 1
rem Where PowerShell is forbidden: in this window.
chcp 65001 >nul 2>&1
type "%HERE%java-missing.txt"
pause
exit /b 1

@echo off
rem Starts Jibao with settings that suit a short run: see src/docs/decisions/0003-launcher.md.
setlocal
set "HERE=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
chcp 65001 >nul 2>&1
set "TUNING=-XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:MaxInlineLevel=5 -XX:InlineSmallCode=500 -XX:FreqInlineSize=100"
if not defined JIBAO_OPTS set "TUNING=%TUNING% -Xms64m -Xmn40m"
"%JAVA%" -XX:+UseSerialGC -Xmx512m %TUNING% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true -Djfr.unsupported.vm=true %JIBAO_OPTS% -jar "%HERE%jibao.jar" %*
exit /b %ERRORLEVEL%

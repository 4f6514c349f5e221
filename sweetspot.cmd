@echo off
rem Does on Windows what the script `sweetspot` does elsewhere: builds what is missing, sets what has to be set before
rem the JVM starts, and runs the command line. Written by the book, NOT TESTED: no Windows machine was at hand.
rem
rem   SWEETSPOT_JAVA_HOME    the JDK to use (else JAVA_HOME, java on the PATH)
rem   SWEETSPOT_JAVA_ARGS    more options for the JVM, such as -Xmx8g
rem   SWEETSPOT_MAVEN_ARGS   more options for the build, such as -Dmaven.repo.local=DIR
setlocal EnableExtensions
set "root=%~dp0"
set "root=%root:~0,-1%"
set "out=%root%\target\launcher"

rem ---- a JDK, 17 or newer ----
set "home="
for %%H in ("%SWEETSPOT_JAVA_HOME%" "%JAVA_HOME%") do if not defined home if exist "%%~H\bin\javac.exe" set "home=%%~H"
if not defined home for /f "delims=" %%J in ('where javac 2^>nul') do if not defined home for %%D in ("%%~dpJ..") do set "home=%%~fD"
if not defined home (
    echo sweetspot: no JDK was found: looked at JAVA_HOME and the PATH. Maybe install one from https://adoptium.net? 1>&2
    exit /b 1
)
set "major=0"
for /f "tokens=2 delims=. " %%V in ('""%home%\bin\javac" -version 2^>^&1"') do set "major=%%V"
if %major% LSS 17 (
    echo sweetspot: %home% is Java %major%: must be 17 or newer. Maybe set JAVA_HOME to a newer JDK? 1>&2
    exit /b 1
)

rem ---- the build ----
powershell -NoProfile -Command "$c = Join-Path $env:out 'current'; if (-not (Test-Path $c)) { exit 1 }; if (-not (Test-Path (Join-Path $env:out ((Get-Content $c -First 1) + '\sweetspot.jar')))) { exit 1 }; $t = (Get-Item $c).LastWriteTime; $roots = @((Join-Path $env:root 'pom.xml'), (Join-Path $env:root '.mvn'), (Join-Path $env:root '*\pom.xml'), (Join-Path $env:root '*\src\main')); if (Get-ChildItem $roots -Recurse -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

if not exist "%out%" mkdir "%out%"
:lock
mkdir "%out%\lock.d" 2>nul
if errorlevel 1 (
    echo sweetspot: another build is going on; waiting. If none is, remove %out%\lock.d 1>&2
    timeout /t 5 /nobreak >nul
    goto lock
)
echo Building Sweetspot (first time: a few minutes) ... 1>&2
type nul > "%out%\started"
pushd "%root%"
set "JAVA_HOME=%home%"
call mvnw.cmd --batch-mode -Dgates.skip -Dmaven.test.skip -pl cli -am %SWEETSPOT_MAVEN_ARGS% package > "%root%\target\launcher.log" 2>&1
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
    rmdir "%out%\lock.d"
    echo sweetspot: the build failed. The log is %root%\target\launcher.log 1>&2
    powershell -NoProfile -Command "Get-Content '%root%\target\launcher.log' -Tail 20" 1>&2
    exit /b 1
)
set "app=app.%random%%random%"
mkdir "%out%\%app%\lib"
copy /y "%root%\cli\target\launcher\lib\*.jar" "%out%\%app%\lib\" >nul
copy /y "%root%\cli\target\launcher\sweetspot.jar" "%out%\%app%\" >nul
powershell -NoProfile -Command "$c = Join-Path $env:out 'current'; Set-Content $c $env:app; (Get-Item $c).LastWriteTime = (Get-Item (Join-Path $env:out 'started')).LastWriteTime"
rem What an older build left behind goes, unless a running command still holds it.
for /d %%A in ("%out%\app.*") do if /i not "%%~nxA"=="%app%" rd /s /q "%%A" 2>nul
rmdir "%out%\lock.d"

:run
set /p app=<"%out%\current"
rem OpenBLAS takes every core for one small product otherwise, and trainings crawl.
if not defined OPENBLAS_NUM_THREADS set "OPENBLAS_NUM_THREADS=1"
set "flags="
if %major% GEQ 24 set "flags=--sun-misc-unsafe-memory-access=allow"
rem The simplest collector, unless another was chosen: see the launcher of other systems.
set "collector=-XX:+UseSerialGC"
if defined SWEETSPOT_JAVA_ARGS if not "%SWEETSPOT_JAVA_ARGS:-XX:+Use=%"=="%SWEETSPOT_JAVA_ARGS%" set "collector="
"%home%\bin\java" %flags% %collector% -Dsweetspot.home="%root%" %SWEETSPOT_JAVA_ARGS% -jar "%out%\%app%\sweetspot.jar" %*
exit /b %errorlevel%

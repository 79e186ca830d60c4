#!/usr/bin/env dotnet
#:property PublishAot=false
#:property AllowUnsafeBlocks=true

// The one small launcher of Renkei:
//
//   dotnet run renkei.cs try      the bot and its practice room on this computer
//   dotnet run renkei.cs test     every test, with what it needs installed first
//   dotnet run renkei.cs package  the Teams app package
//   dotnet run renkei.cs bench    the measurements
//
// It only starts things: what they do lives in src/ and tests/. Unsafe code is allowed for one generated call of libc's kill.

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml.Linq;

Console.OutputEncoding = Encoding.UTF8;
string root =
    AppContext.GetData("EntryPointFileDirectoryPath") as string
    ?? throw new InvalidOperationException("Start this file with: dotnet run renkei.cs");

try
{
    return args switch
    {
        ["try", .. var rest] => await new Trial(root).RunAsync(rest),
        ["test", .. var rest] => await new TestRun(root).RunAsync(rest),
        ["package", .. var rest] => await Command.ShowAsync(
            root,
            "dotnet",
            ["run", "--project", "src/Renkei.AppPackage", "-c", "Release", "--", .. rest]
        ),
        ["bench", .. var rest] => await Command.ShowAsync(
            root,
            "dotnet",
            ["run", "--project", "tests/Renkei.Benchmarks", "-c", "Release", "--", .. rest]
        ),
        _ => Usage(),
    };
}
catch (CannotStartException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        使い方 / Usage:  dotnet run renkei.cs <command>

          try [--fresh] [--port N] [--data FOLDER]
                                     練習室で試す / try Renkei in the practice room (page on port N, bot on N-1;
                                     default 3979; everything is kept in FOLDER, default .data)
          test [--only X]            テスト / run the tests (only the projects whose name contains X)
          package --app-id … --bot-id … --domain … --out renkei.zip
                                     Teams アプリパッケージを作る / build the Teams app package
          bench [filter]             測定 / run the measurements
        """
    );
    return 2;
}

/// <summary>The practice room and the bot on this computer, until Ctrl+C or SIGTERM.</summary>
internal sealed class Trial(string root)
{
    private const int DefaultPort = 3979;

    public async Task<int> RunAsync(string[] args)
    {
        (int port, bool fresh, string data) = Read(args);
        int botPort = port - 1;
        await Node.RequireAsync(root);
        RequireFree(port);
        RequireFree(botPort);
        await Node.InstallAsync(root, "src/Renkei.Room/Page");
        await BuildAsync("src/Renkei.Bot");
        await BuildAsync("src/Renkei.Room");

        List<string> room =
        [
            Assembly("Renkei.Room"),
            .. (string[])["--port", Text(port), "--bot-url", $"http://127.0.0.1:{Text(botPort)}"],
            .. (string[])["--bot-dll", Assembly("Renkei.Bot"), "--data", data],
            .. fresh ? (string[])["--fresh"] : [],
        ];
        using Process process = Command.Start(root, "dotnet", room);
        // A terminal sends Ctrl+C to the room as well; the launcher must only outlive it, to hand on its exit code.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await process.WaitForExitAsync();
        return process.ExitCode;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Command.AskToStop(process);
        }
    }

    private (int Port, bool Fresh, string Data) Read(string[] args)
    {
        (int port, bool fresh, string data) = (DefaultPort, false, Path.Combine(root, ".data"));
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--fresh")
            {
                fresh = true;
            }
            else if (args[i] == "--data" && i + 1 < args.Length)
            {
                data = Path.GetFullPath(args[++i]);
            }
            else if (
                args[i] == "--port"
                && i + 1 < args.Length
                && int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out port)
                && port is > 1024 and <= 65535
            )
            {
                continue;
            }
            else
            {
                throw new CannotStartException(
                    $"「{args[i]}」は使えません。--fresh、--port 1025～65535、--data フォルダー だけです。 / "
                        + $"\"{args[i]}\" is not understood: only --fresh, --port 1025 to 65535, and --data FOLDER."
                );
            }
        }
        return (port, fresh, data);
    }

    private static void RequireFree(int port)
    {
        using TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            throw new CannotStartException(
                $"ポート {Text(port)} は使用中です。使っているプログラムを終えるか、--port で別の番号を指定してください。 / "
                    + $"Port {Text(port)} is in use: end the program that uses it, or choose another with --port."
            );
        }
    }

    private async Task BuildAsync(string project)
    {
        Console.WriteLine($"準備中 / building: {project}");
        Outcome build = await Command.RunAsync(
            root,
            "dotnet",
            ["build", project, "-c", "Release", "-v", "q", "--nologo"]
        );
        if (build.ExitCode != 0)
        {
            throw new CannotStartException(
                $"{build.Text}{Environment.NewLine}{project} を作れませんでした。 / {project} could not be built."
            );
        }
    }

    private string Assembly(string name) => Path.Combine(root, "src", name, "bin", "Release", "net10.0", $"{name}.dll");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Builds everything, runs every test project, and ends with one line of counts.</summary>
internal sealed class TestRun(string root)
{
    private readonly List<string> failures = [];
    private readonly List<string> skips = [];
    private int passed;

    public async Task<int> RunAsync(string[] args)
    {
        string only = args switch
        {
            [] => "",
            ["--only", var name] => name,
            _ => throw new CannotStartException("Only \"--only <part of a project's name>\" is understood."),
        };
        string[] projects =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path).Contains(only, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        if (projects.Length == 0)
        {
            throw new CannotStartException($"No test project's name contains \"{only}\".");
        }

        await InstallAsync();
        await CheckFormatAsync();
        if (await BuildAsync(only.Length == 0 ? ["Renkei.Bot.sln"] : projects))
        {
            foreach (string project in projects)
            {
                await TestAsync(project);
            }
        }
        return Report();
    }

    private async Task InstallAsync()
    {
        await Chromium.InstallAsync(root);
        await Calc.InstallAsync(root);
        if (await Node.MissingAsync(root) is { } missing)
        {
            Console.WriteLine($"{missing} Tests that need it cannot run.");
            return;
        }
        foreach (
            string folder in (string[])
                ["tests", "tests/cards", "tests/holidays", "tests/icalendar", "tests/manifest", "src/Renkei.Room/Page"]
        )
        {
            try
            {
                await Node.InstallAsync(root, folder);
            }
            catch (CannotStartException e)
            {
                failures.Add(e.Message);
            }
        }
    }

    private async Task CheckFormatAsync()
    {
        Console.WriteLine("Checking the format");
        Outcome restore = await Command.RunAsync(root, "dotnet", ["tool", "restore"]);
        Outcome check =
            restore.ExitCode == 0 ? await Command.RunAsync(root, "dotnet", ["csharpier", "check", "."]) : restore;
        if (check.ExitCode != 0)
        {
            string[] files =
            [
                .. check.Text.Split('\n').Where(line => line.StartsWith("Error ", StringComparison.Ordinal)),
            ];
            failures.Add(
                $"format (mend with: dotnet csharpier format .){Environment.NewLine}"
                    + Indent(files.Length > 0 ? string.Join('\n', files) : check.Text)
            );
        }
    }

    private async Task<bool> BuildAsync(string[] targets)
    {
        foreach (string target in targets)
        {
            Console.WriteLine($"Building {Path.GetFileName(target)}");
            string[] build = ["build", target, "-c", "Release", "-v", "q", "--nologo", "-warnaserror"];
            Outcome outcome = await Command.RunAsync(root, "dotnet", build);
            if (outcome.ExitCode != 0)
            {
                failures.Add($"build of {Path.GetFileName(target)}{Environment.NewLine}{Indent(outcome.Text)}");
                return false;
            }
        }
        return true;
    }

    private async Task TestAsync(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        string results = Path.Combine(root, "artifacts", "test-results");
        string trx = Path.Combine(results, $"{name}.trx");
        Directory.CreateDirectory(results);
        File.Delete(trx);
        long started = Stopwatch.GetTimestamp();
        Outcome outcome = await Command.RunAsync(
            root,
            "dotnet",
            [
                .. (string[])["test", project, "-c", "Release", "--no-build", "--nologo"],
                .. (string[])["--logger", $"trx;LogFileName={name}.trx", "--results-directory", results],
                // A test that hangs is a failure with a name, not a run without an end.
                .. (string[])["--blame-hang-timeout", "10m", "--blame-hang-dump-type", "none"],
            ]
        );
        TestResults found = File.Exists(trx) ? TestResults.Read(trx) : TestResults.None;
        passed += found.Passed;
        failures.AddRange(found.Failures);
        skips.AddRange(found.Skips);
        if (found.Passed + found.Failures.Count + found.Skips.Count == 0)
        {
            failures.Add($"{name}: no test ran{Environment.NewLine}{Indent(outcome.Text)}");
        }
        else if (outcome.ExitCode != 0 && found.Failures.Count == 0)
        {
            failures.Add(
                $"{name}: the run ended with exit code {outcome.ExitCode}{Environment.NewLine}{Indent(outcome.Text)}"
            );
        }
        string counts = Counts(found.Passed, found.Failures.Count, found.Skips.Count);
        Console.WriteLine($"{name, -32} {counts}  ({Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s)");
    }

    private int Report()
    {
        foreach (string skip in skips)
        {
            Console.WriteLine($"SKIPPED {skip}");
        }
        foreach (string failure in failures)
        {
            Console.WriteLine($"FAILED {failure}");
        }
        Console.WriteLine();
        Console.WriteLine(Counts(passed, failures.Count, skips.Count));
        return failures.Count == 0 && passed > 0 ? 0 : 1;
    }

    private static string Counts(int passed, int failed, int skipped) =>
        skipped == 0 ? $"{passed} passed, {failed} failed" : $"{passed} passed, {failed} failed, {skipped} skipped";

    private static string Indent(string text) =>
        string.Join(Environment.NewLine, text.Trim().Split('\n').Select(line => $"    {line.TrimEnd()}"));
}

/// <summary>What one project's TRX file says.</summary>
internal sealed record TestResults(int Passed, IReadOnlyList<string> Failures, IReadOnlyList<string> Skips)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestResults None { get; } = new(0, [], []);

    public static TestResults Read(string path)
    {
        ILookup<string, XElement> byOutcome = XDocument
            .Load(path)
            .Descendants(Trx + "UnitTestResult")
            .ToLookup(result => (string?)result.Attribute("outcome") ?? "Failed");
        return new(
            byOutcome["Passed"].Count(),
            [
                .. byOutcome
                    .Where(group => group.Key is not ("Passed" or "NotExecuted"))
                    .SelectMany(g => g)
                    .Select(Describe),
            ],
            [.. byOutcome["NotExecuted"].Select(Describe)]
        );
    }

    /// <summary>The test's name, then its message and trace, indented.</summary>
    private static string Describe(XElement result)
    {
        string[] lines =
        [
            .. ((IEnumerable<XName>)[Trx + "Message", Trx + "StackTrace", Trx + "StdOut"])
                .SelectMany(result.Descendants)
                .SelectMany(element => element.Value.Trim().Split('\n'))
                .Select(line => $"    {line.TrimEnd()}")
                .Take(40),
        ];
        return string.Join(Environment.NewLine, [(string?)result.Attribute("testName") ?? "(no name)", .. lines]);
    }
}

/// <summary>Node.js, which the practice room's page and some tests need.</summary>
internal static class Node
{
    private const int OldestVersion = 20;

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <exception cref="CannotStartException">Node or npm is missing or too old.</exception>
    public static async Task RequireAsync(string root)
    {
        if (await MissingAsync(root) is { } missing)
        {
            throw new CannotStartException(missing);
        }
    }

    /// <summary>What is missing and what to do about it, in one line; <c>null</c> when all is there.</summary>
    public static async Task<string?> MissingAsync(string root)
    {
        string? node = await VersionAsync(root, "node");
        string? npm = await VersionAsync(root, Npm);
        return node is null || npm is null
                ? $"Node.js {OldestVersion} 以上と npm を https://nodejs.org/ から入れてください。 / "
                    + $"Please install Node.js {OldestVersion} or newer, with npm, from https://nodejs.org/."
            : !Version.TryParse(node.TrimStart('v'), out Version? version) || version.Major < OldestVersion
                ? $"Node.js {node} は古すぎます。{OldestVersion} 以上にしてください。 / "
                    + $"Node.js {node} is too old: {OldestVersion} or newer is needed."
            : null;
    }

    /// <summary>Runs <c>npm ci</c> where the installed packages are missing or older than the lock file.</summary>
    /// <exception cref="CannotStartException">npm could not install them.</exception>
    public static async Task InstallAsync(string root, string folder)
    {
        FileInfo wanted = new(Path.Combine(root, folder, "package-lock.json"));
        FileInfo installed = new(Path.Combine(root, folder, "node_modules", ".package-lock.json"));
        if (!wanted.Exists || (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc))
        {
            return;
        }
        Console.WriteLine($"準備中 / installing packages: {folder}");
        Outcome install = await Command.RunAsync(wanted.DirectoryName!, Npm, ["ci", "--no-audit", "--no-fund"]);
        if (install.ExitCode != 0)
        {
            throw new CannotStartException(
                $"{install.Text}{Environment.NewLine}{folder} で npm ci が失敗しました。 / npm ci failed in {folder}."
            );
        }
        File.SetLastWriteTimeUtc(installed.FullName, wanted.LastWriteTimeUtc);
    }

    private static async Task<string?> VersionAsync(string root, string program)
    {
        try
        {
            Outcome version = await Command.RunAsync(root, program, ["--version"]);
            return version.ExitCode == 0 ? version.Text.Trim() : null;
        }
        catch (CannotStartException)
        {
            return null;
        }
    }
}

/// <summary>The browser of the end-to-end and card tests.</summary>
internal static class Chromium
{
    private static readonly string[] Packages = ["chromium", "fonts-noto-cjk", "fonts-noto-color-emoji"];

    /// <summary>
    /// Installs Debian's Chromium with the fonts the cards are drawn in, when it is missing and we may. Elsewhere the
    /// environment variable <c>CHROMIUM</c> names the browser.
    /// </summary>
    public static async Task InstallAsync(string root)
    {
        if (File.Exists("/usr/bin/chromium") || Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 })
        {
            return;
        }
        if (!File.Exists("/etc/debian_version") || !Environment.IsPrivilegedProcess)
        {
            Console.WriteLine(
                "Chromium is not there (set CHROMIUM to its path): tests that need a browser cannot run."
            );
            return;
        }
        if (!await Debian.InstallAsync(root, Packages))
        {
            Console.WriteLine("Chromium could not be installed: tests that need a browser cannot run.");
        }
    }
}

/// <summary>LibreOffice's spreadsheet, which opens the workbooks that tests write.</summary>
internal static class Calc
{
    /// <summary>
    /// Installs it from Debian when it is missing and we may. Elsewhere the environment variable <c>SOFFICE</c> names the program.
    /// </summary>
    public static async Task InstallAsync(string root)
    {
        if (File.Exists("/usr/bin/soffice") || Environment.GetEnvironmentVariable("SOFFICE") is { Length: > 0 })
        {
            return;
        }
        if (!File.Exists("/etc/debian_version") || !Environment.IsPrivilegedProcess)
        {
            Console.WriteLine(
                "LibreOffice is not there (set SOFFICE to its path): tests that open workbooks cannot run."
            );
        }
        else if (!await Debian.InstallAsync(root, ["libreoffice-calc-nogui"]))
        {
            Console.WriteLine("LibreOffice could not be installed: tests that open workbooks cannot run.");
        }
    }
}

/// <summary>Packages of Debian.</summary>
internal static class Debian
{
    /// <returns>Whether they are there now; otherwise what went wrong was written out.</returns>
    public static async Task<bool> InstallAsync(string root, string[] packages)
    {
        Console.WriteLine($"Installing {string.Join(' ', packages)}");
        Outcome outcome = await Command.RunAsync(root, "apt-get", ["update", "-q"]);
        if (outcome.ExitCode == 0)
        {
            string[] install =
            [
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "-qy",
                "--no-install-recommends",
            ];
            outcome = await Command.RunAsync(root, "env", [.. install, .. packages]);
        }
        if (outcome.ExitCode != 0)
        {
            Console.WriteLine(outcome.Text);
        }
        return outcome.ExitCode == 0;
    }
}

/// <summary>How a command ended, and everything it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Text);

/// <summary>A reason, in plain words and with what to do, why nothing was started.</summary>
internal sealed class CannotStartException(string message) : Exception(message);

/// <summary>Starts other programs.</summary>
internal static partial class Command
{
    private const int SigTerm = 15;

    /// <summary>Runs a command out of sight and keeps what it writes; its standard input is empty.</summary>
    public static async Task<Outcome> RunAsync(string folder, string program, IEnumerable<string> args)
    {
        StringBuilder text = new();
        using Process process = Start(folder, program, args, quiet: true);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, text.ToString());

        void Keep(string? line)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    /// <summary>Runs a command in sight of the user and gives its exit code.</summary>
    public static async Task<int> ShowAsync(string folder, string program, IEnumerable<string> args)
    {
        using Process process = Start(folder, program, args);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <exception cref="CannotStartException">There is no such program.</exception>
    public static Process Start(string folder, string program, IEnumerable<string> args, bool quiet = false)
    {
        ProcessStartInfo start = new(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = quiet,
            RedirectStandardOutput = quiet,
            RedirectStandardError = quiet,
        };
        if (quiet)
        {
            start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        }
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // A build node that lingers would hold the output pipe, and with it the launcher, open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CannotStartException($"{program}: {e.Message}");
        }
    }

    /// <summary>Asks a program to end in order. On Windows the console has told it already.</summary>
    public static void AskToStop(Process process)
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited)
        {
            _ = Kill(process.Id, SigTerm);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}

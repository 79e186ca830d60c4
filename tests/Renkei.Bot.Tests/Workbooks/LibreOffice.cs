using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace Renkei.Bot.Tests.Workbooks;

/// <summary>Opens spreadsheets with a program that we did not write.</summary>
internal static class LibreOffice
{
    /// <summary>The program, or <see langword="null"/>.</summary>
    public static string? Program { get; } =
        Environment.GetEnvironmentVariable("SOFFICE") is { Length: > 0 } named ? named
        : File.Exists("/usr/bin/soffice") ? "/usr/bin/soffice"
        : null;

    /// <summary>Opens a file and reads all its sheets as they are shown: a list of rows by the sheet's name.</summary>
    /// <param name="name">The file's name; its ending says what it is.</param>
    /// <param name="file">Its bytes.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string[]>>> OpenAsync(string name, byte[] file)
    {
        string folder = Directory.CreateTempSubdirectory("renkei-calc-").FullName;
        try
        {
            string source = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(source, file);
            string output = Path.Combine(folder, "out");
            // Comma, quotation mark, UTF-8, from the first line, as shown, every sheet into a file of its own.
            await RunAsync(
                folder,
                source,
                output,
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
            );
            return Directory
                .EnumerateFiles(output, "*.csv")
                .ToDictionary(
                    f => Path.GetFileNameWithoutExtension(f)[(Path.GetFileNameWithoutExtension(name).Length + 1)..],
                    Read
                );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<string[]> Read(string file)
    {
        using StreamReader text = new(file, Encoding.UTF8);
        using CsvParser csv = new(text, CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }
        return rows;
    }

    private static async Task RunAsync(string folder, string source, string output, string to)
    {
        ProcessStartInfo start = new(
            Program!,
            [
                // A profile of its own: two runs at once would wait for each other's.
                $"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--norestore",
                // Without a window it does not look for the mark of UTF-8 as it does when somebody opens the file.
                .. source.EndsWith(".csv", StringComparison.Ordinal)
                    ? ["--infilter=Text - txt - csv (StarCalc):44,34,76,1"]
                    : (string[])[],
                "--convert-to",
                to,
                "--outdir",
                output,
                source,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process calc = Process.Start(start)!;
        Task<string> errors = calc.StandardError.ReadToEndAsync();
        string said = await calc.StandardOutput.ReadToEndAsync();
        await calc.WaitForExitAsync();
        Assert.True(calc.ExitCode == 0 && Directory.Exists(output), $"{said}\n{await errors}");
    }
}

/// <summary>A test with a spreadsheet program that we did not write; says so when it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() =>
        Skip = LibreOffice.Program is null
            ? "LibreOffice is not installed: install libreoffice-calc-nogui, or set SOFFICE to its path."
            : null!;
}

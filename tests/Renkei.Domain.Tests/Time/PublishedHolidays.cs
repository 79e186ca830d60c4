using System.Diagnostics;
using System.Globalization;

namespace Renkei.Domain.Tests.Time;

/// <summary>The list of the npm package <c>@holiday-jp/holiday_jp</c>, which is kept by hand from the official gazette.</summary>
internal static class PublishedHolidays
{
    /// <summary>Where the package is installed, or <see langword="null"/>.</summary>
    public static string? Folder { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>Names by day, as the list writes them.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, string>> ReadAsync()
    {
        using Process node = Process.Start(
            new ProcessStartInfo("node", ["list.cjs"]) { WorkingDirectory = Folder!, RedirectStandardOutput = true }
        )!;
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(
                parts => DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                parts => parts[1].Trim()
            );
    }

    private static string? Find(DirectoryInfo? at)
    {
        for (; at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "tests", "holidays");
            if (Directory.Exists(Path.Combine(folder, "node_modules", "@holiday-jp")))
            {
                return folder;
            }
        }
        return null;
    }
}

/// <summary>A test against the published list; says so when it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedHolidaysFactAttribute : FactAttribute
{
    public PublishedHolidaysFactAttribute() =>
        Skip = PublishedHolidays.Folder is null
            ? "The published list of holidays is not installed: run \"npm ci\" in tests/holidays."
            : null!;
}

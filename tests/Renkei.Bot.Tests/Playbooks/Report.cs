using System.Text;

namespace Renkei.Bot.Tests.Playbooks;

/// <summary>The text of the report with 表1, where it is at hand; it is not part of the repository.</summary>
internal static class Report
{
    /// <summary>The file, looked for in <c>RENKEI_REPORTS</c> and in <c>shared/seeds</c> beside the repository.</summary>
    public static string? Path { get; } = Folders().Where(Directory.Exists).SelectMany(Files).FirstOrDefault();

    /// <summary>Letters and digits only, in one width, so that line breaks of the table do not matter.</summary>
    public static string Letters(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("RENKEI_REPORTS") is { Length: > 0 } named)
        {
            yield return named;
        }
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            yield return System.IO.Path.Combine(at.FullName, "shared", "seeds");
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "000_*.txt");
}

/// <summary>A test that compares with the report; says so when it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReportFactAttribute : FactAttribute
{
    public ReportFactAttribute() =>
        Skip = Report.Path is null ? "The report's text is not at hand (RENKEI_REPORTS)." : null!;
}

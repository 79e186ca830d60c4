using Renkei.Bot.Downloads;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Features.Exports;

/// <summary>What can be exported, and in which form: the subjects of this feature.</summary>
internal static class ExportKinds
{
    /// <summary>A summary of a period; ids: period, scope, form.</summary>
    public const string Summary = "summary";

    /// <summary>The tasks and agreements of a centre's councils; ids: centre, form.</summary>
    public const string Tasks = "tasks";

    /// <summary>A workbook.</summary>
    public const string Xlsx = "xlsx";

    /// <summary>The first table alone, as text.</summary>
    public const string Csv = "csv";

    /// <summary>The same in a form; <see langword="null"/> where it is none of this feature's or the form is unknown.</summary>
    /// <param name="chosen">A subject with or without a form.</param>
    /// <param name="form">xlsx or csv.</param>
    public static DownloadSubject? In(DownloadSubject chosen, string? form) =>
        form is Xlsx or Csv && WithoutForm(chosen) is { } subject
            ? DownloadSubject.Of(subject.Kind, [.. subject.Ids, form])
            : null;

    /// <summary>What is exported, whatever the form; <see langword="null"/> where it is none of this feature's.</summary>
    public static DownloadSubject? WithoutForm(DownloadSubject chosen)
    {
        int ids = chosen.Kind switch
        {
            DownloadSubject.Theme or DownloadSubject.Councils or Tasks => 1,
            Summary => 2,
            _ => 0,
        };
        return ids > 0 && chosen.Ids.Count >= ids ? DownloadSubject.Of(chosen.Kind, [.. chosen.Ids.Take(ids)]) : null;
    }

    /// <summary>The form somebody wants; a workbook where none is named.</summary>
    public static string FormOf(DownloadSubject subject) => subject.Ids is [.., Csv] ? Csv : Xlsx;

    /// <summary>The centre a subject is about; <see langword="null"/> where that cannot be told.</summary>
    public static string? CentreOf(DownloadSubject subject) =>
        subject.Kind switch
        {
            DownloadSubject.Theme => ThemeId.TryParse(subject.IdAt(0), out ThemeId? theme) ? theme.CentreCode : null,
            DownloadSubject.Councils or Tasks => subject.IdAt(0),
            _ => null,
        };
}

using Renkei.Bot.Downloads;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Features.Exports;

/// <summary>What can be exported, and in which form: the subjects of this feature.</summary>
internal static class ExportKinds
{
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
        form is Xlsx or Csv
        && chosen.Kind is DownloadSubject.Theme or DownloadSubject.Councils or Tasks
        && chosen.IdAt(0) is { } id
            ? DownloadSubject.Of(chosen.Kind, id, form)
            : null;

    /// <summary>The centre a subject is about; <see langword="null"/> where that cannot be told.</summary>
    public static string? CentreOf(DownloadSubject subject) =>
        subject.Kind == DownloadSubject.Theme
            ? ThemeId.TryParse(subject.IdAt(0), out ThemeId? theme)
                ? theme.CentreCode
                : null
            : subject.IdAt(0);
}

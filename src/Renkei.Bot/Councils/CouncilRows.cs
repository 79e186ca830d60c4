using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Councils;

/// <summary>
/// Where the councils of a health centre are kept. Partition <c>council~{tenant}~{centre}</c>: <c>c~{council}</c> the council,
/// <c>l~o~{council}</c> its line in the list while it is open and <c>l~z~{day, newest first}~{council}</c> afterwards,
/// <c>l~g~{council}</c> that line once more while something agreed at a council that is over is not done, <c>l~f~{closing day}~{council}</c>
/// the line as it stood at the end of a period,
/// <c>a~{council}~{participant}</c> information sheets, <c>h~{council}~{revision, newest first}</c> history,
/// <c>g~o~{council}</c> what was agreed at a council while some of it is open and <c>g~z~{day, newest first}~{council}</c> afterwards,
/// <c>w~{council}~{revision, newest first}</c> reminders that a change withdrew, <c>v~{council}</c> its invitation files,
/// <c>d~{sector}~{hash}</c> the stakeholder directory, <c>k~centre</c> what the centre set for all its councils. The ledger of
/// notices lies here too (<c>n~</c>).
/// </summary>
/// <remarks>One partition a centre: a council, its line and what the directory learns change in one commit.</remarks>
internal static class CouncilKeys
{
    /// <summary>The councils themselves.</summary>
    public const string Councils = "c~";

    /// <summary>Lines of open councils.</summary>
    public const string OpenLines = "l~o~";

    /// <summary>
    /// Lines of councils that are over and have agreements that are not done. They lie between those put aside at the ends of periods and
    /// the open ones, so one range reads all a summary needs.
    /// </summary>
    public const string Promises = "l~g~";

    /// <summary>Where the lines of open councils end.</summary>
    public const string AfterOpenLines = "l~p";

    private const string ClosedPrefix = "l~f~";
    private const string ClosingFormat = "yyyyMMdd";

    /// <summary>Lines of councils that were held or cancelled, the latest first.</summary>
    public const string ClosedLines = "l~z~";

    /// <summary>Agreements of councils where some are open.</summary>
    public const string OpenAgreements = "g~o~";

    /// <summary>Agreements of councils where all are kept, the latest first.</summary>
    public const string KeptAgreements = "g~z~";

    private const int LastDay = 99_999_999;
    private const int LastRevision = 999_999;

    public static string Partition(string tenantId, string centreCode) => $"council~{tenantId}~{centreCode}";

    public static RowKey Council(string tenantId, CouncilId id) => Key(tenantId, id, $"{Councils}{id.Name}");

    public static RowKey Line(string tenantId, Council council) =>
        Key(
            tenantId,
            council.Id,
            council.Status == CouncilStatus.Preparing
                ? $"{OpenLines}{council.Id.Name}"
                : $"{ClosedLines}{LastDay - DayNumber(council):D8}~{council.Id.Name}"
        );

    /// <summary>A council's line as it stood at the end of a closing day.</summary>
    public static RowKey Closed(string tenantId, CouncilId id, DateOnly closing) =>
        Key(tenantId, id, $"{ClosedFrom(closing)}~{id.Name}");

    /// <summary>Where the lines of a closing day begin.</summary>
    public static string ClosedFrom(DateOnly closing) =>
        ClosedPrefix + closing.ToString(ClosingFormat, CultureInfo.InvariantCulture);

    /// <summary>The closing day of such a row; <see langword="null"/> for a present line.</summary>
    public static DateOnly? ReadClosing(string row) =>
        row.StartsWith(ClosedPrefix, StringComparison.Ordinal)
            ? DateOnly.ParseExact(
                row.AsSpan(ClosedPrefix.Length, ClosingFormat.Length),
                ClosingFormat,
                CultureInfo.InvariantCulture
            )
            : null;

    /// <summary>Where a council lies that is over and has agreements that are not done; <see langword="null"/> for every other.</summary>
    public static RowKey? Promise(string tenantId, Council council) =>
        council.Status != CouncilStatus.Preparing && council.Minutes.Agreements.Any(a => a.Done is null)
            ? Key(tenantId, council.Id, Promises + council.Id.Name)
            : null;

    /// <summary>Where the agreements of a council lie for the list of its centre; <see langword="null"/> without any.</summary>
    public static RowKey? Agreements(string tenantId, Council council) =>
        council.Minutes.Agreements.Count == 0 ? null
        : council.Minutes.Agreements.Any(a => a.Done is null)
            ? Key(tenantId, council.Id, $"{OpenAgreements}{council.Id.Name}")
        : Key(tenantId, council.Id, $"{KeptAgreements}{LastDay - DayNumber(council):D8}~{council.Id.Name}");

    /// <summary>Whether a number from a card can be that of a revision.</summary>
    public static bool IsRevision(int revision) => revision is >= 1 and <= LastRevision;

    public static string AnswerPrefix(CouncilId id) => $"a~{id.Name}~";

    public static RowKey Answer(string tenantId, CouncilId id, string participant) =>
        Key(tenantId, id, $"{AnswerPrefix(id)}{participant}");

    public static string HistoryPrefix(CouncilId id) => $"h~{id.Name}~";

    public static RowKey History(string tenantId, CouncilId id, int revision) =>
        Key(tenantId, id, $"{HistoryPrefix(id)}{LastRevision - revision:D6}");

    public static string WithdrawalPrefix(CouncilId id) => $"w~{id.Name}~";

    public static RowKey Withdrawal(string tenantId, CouncilId id, int revision) =>
        Key(tenantId, id, $"{WithdrawalPrefix(id)}{LastRevision - revision:D6}");

    public static RowKey Centre(string tenantId, string centreCode) => new(Partition(tenantId, centreCode), "k~centre");

    private static RowKey Key(string tenantId, CouncilId id, string row) =>
        new(Partition(tenantId, id.CentreCode), row);

    private static int DayNumber(Council council)
    {
        DateOnly day = council.When?.Date ?? council.WishedMonth;
        return (day.Year * 10_000) + (day.Month * 100) + day.Day;
    }
}

/// <summary>A council's line in the list of its centre: what the list shows, so that no council has to be opened for it.</summary>
/// <param name="Name">The council's name within its centre.</param>
/// <param name="Title">Its title.</param>
/// <param name="TemplateCode">Its kind.</param>
/// <param name="Status">How far it is.</param>
/// <param name="When">When it takes place, if that is set.</param>
/// <param name="WishedMonth">The month it is meant for.</param>
/// <param name="Theme">The theme it serves.</param>
/// <param name="Coordinators">Who prepares it.</param>
/// <param name="Complete">How many of the steps before the day are complete.</param>
/// <param name="Missing">The most urgent things that are missing; at most three.</param>
/// <param name="People">The participants with an account.</param>
/// <param name="Place">The room; may be empty.</param>
/// <param name="Work">The open tasks that somebody was given.</param>
internal sealed record CouncilLine(
    string Name,
    string Title,
    string TemplateCode,
    CouncilStatus Status,
    MeetingTime? When,
    DateOnly WishedMonth,
    ThemeId? Theme,
    IReadOnlyList<PersonRef> Coordinators,
    int Complete,
    IReadOnlyList<MissingThing> Missing,
    IReadOnlyList<LinePerson> People,
    string Place,
    IReadOnlyList<OwnedTask> Work
)
{
    /// <summary>When somebody began to prepare it (UTC).</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>Until when its open tasks are to be done, given to somebody or not, Japan; absent for none.</summary>
    public IReadOnlyList<DateOnly>? TaskDues { get; init; }

    /// <summary>Until when what was agreed and is not done was to be done, Japan; absent for none.</summary>
    public IReadOnlyList<DateOnly>? AgreementDues { get; init; }

    public static CouncilLine Of(Council council, Readiness readiness, BackwardPlan? plan) =>
        new(
            council.Id.Name,
            council.Title,
            council.TemplateCode,
            council.Status,
            council.When,
            council.WishedMonth,
            council.Theme,
            council.Coordinators,
            readiness.Complete,
            [.. readiness.Missing.Take(3)],
            [
                .. council
                    .Participants.Where(p => p.Contact.HasAccount)
                    .Select(p => new LinePerson(p.Contact.ObjectId!, p.Id, p.InvitedAt is not null, p.Rsvp)),
            ],
            council.Place,
            [
                .. council
                    .Tasks.Where(t => t.Owner is not null && !council.IsDone(t))
                    .Select(t => new OwnedTask(t.Id, t.Text, plan?.DueOf(t) ?? t.FixedDue, t.Owner!.ObjectId)),
            ]
        )
        {
            BegunAt = council.BegunAt,
            TaskDues = Days(
                council
                    .Tasks.Where(t => !council.IsDone(t))
                    .Select(t => plan?.DueOf(t) ?? t.FixedDue)
                    .OfType<DateOnly>()
            ),
            AgreementDues = Days(council.Minutes.Agreements.Where(a => a.Done is null).Select(a => a.Due)),
        };

    private static DateOnly[]? Days(IEnumerable<DateOnly> days) =>
        days.Order().ToArray() is { Length: > 0 } some ? some : null;
}

/// <summary>A participant with an account, as a list needs to know them.</summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="ParticipantId">Their id in the council.</param>
/// <param name="IsInvited">Whether they were invited.</param>
/// <param name="Rsvp">Whether they come.</param>
internal sealed record LinePerson(string ObjectId, string ParticipantId, bool IsInvited, Rsvp Rsvp);

/// <summary>An open task of a council that somebody was given.</summary>
/// <param name="Id">The task's id within its council.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Due">Until when, Japan; <see langword="null"/> while the council has no date.</param>
/// <param name="Owner">Object id of who does it.</param>
internal sealed record OwnedTask(string Id, string Text, DateOnly? Due, string Owner);

/// <summary>What was agreed at one council, for the list of its centre.</summary>
/// <param name="Name">The council's name within its centre.</param>
/// <param name="Title">Its title.</param>
/// <param name="When">When it took place.</param>
/// <param name="Agreements">All of them.</param>
internal sealed record AgreementsLine(string Name, string Title, MeetingTime? When, IReadOnlyList<Agreement> Agreements)
{
    public static AgreementsLine Of(Council council) =>
        new(council.Id.Name, council.Title, council.When, council.Minutes.Agreements);
}

/// <summary>A council as it was after one change.</summary>
/// <param name="Council">The whole of it.</param>
/// <param name="Step">The part that was changed.</param>
internal sealed record CouncilRevision(Council Council, CouncilStep Step);

/// <summary>What a centre set for all its councils.</summary>
/// <param name="Lead">Who is told of work that stays overdue (所属長など); <see langword="null"/> until somebody was named.</param>
internal sealed record CentreSettings(PersonRef? Lead);

/// <summary>Ids as the texts that they are everywhere else.</summary>
internal sealed class CouncilIdConverter : JsonConverter<CouncilId>
{
    public override CouncilId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CouncilId.TryParse(reader.GetString(), out CouncilId? id) ? id : throw new JsonException("No council id.");

    public override void Write(Utf8JsonWriter writer, CouncilId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Ids as the texts that they are everywhere else.</summary>
internal sealed class ThemeIdConverter : JsonConverter<ThemeId>
{
    public override ThemeId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ThemeId.TryParse(reader.GetString(), out ThemeId? id) ? id : throw new JsonException("No theme id.");

    public override void Write(Utf8JsonWriter writer, ThemeId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

[JsonSerializable(typeof(Council))]
[JsonSerializable(typeof(CouncilLine))]
[JsonSerializable(typeof(AgreementsLine))]
[JsonSerializable(typeof(CouncilRevision))]
[JsonSerializable(typeof(SheetAnswer))]
[JsonSerializable(typeof(Stakeholder))]
[JsonSerializable(typeof(CentreSettings))]
[JsonSerializable(typeof(Withdrawal))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(CouncilIdConverter), typeof(ThemeIdConverter)]
)]
internal sealed partial class CouncilJson : JsonSerializerContext;

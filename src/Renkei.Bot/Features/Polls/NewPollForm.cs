using System.Globalization;
using System.Text.RegularExpressions;
using Renkei.Bot.Conversation;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>A new poll as it stands on the card, right or wrong. Between form and question it travels in the buttons' data.</summary>
/// <param name="Name">Drawn with the first card; makes the poll one, however often it is begun.</param>
/// <param name="Plan">The plan it is for; <see langword="null"/> for typed dates.</param>
/// <param name="Title">What the date is for.</param>
/// <param name="Dates">As typed, one a line.</param>
/// <param name="Minutes">How long a meeting is whose end is not typed; <see langword="null"/> where it could not be read.</param>
/// <param name="Where">Ids of conversations, and <see cref="EachCode"/>.</param>
/// <param name="AsksAll">Whether all members of the chosen conversations are asked.</param>
/// <param name="People">Object ids of people of the centre and its area.</param>
/// <param name="ByPhone">People without an account, one a line.</param>
/// <param name="Day">The day of the deadline; <see langword="null"/> where it could not be read.</param>
/// <param name="Time">Its time.</param>
internal sealed partial record NewPollForm(
    string Name,
    PlanId? Plan,
    string Title,
    string Dates,
    int? Minutes,
    IReadOnlyList<string> Where,
    bool AsksAll,
    IReadOnlyList<string> People,
    string ByPhone,
    DateOnly? Day,
    TimeOnly? Time
)
{
    /// <summary>Stands among the conversations for everybody's own chat.</summary>
    public const string EachCode = "each";

    private const int UsualMinutes = 60;
    private const int Shortest = 15;
    private const int Longest = 600;
    private const int LongestGivenBack = 1_500;
    private const int PhoneNameLength = 40;

    /// <summary>Whether each person is asked in their own chat.</summary>
    public bool AsksEach => Where.Contains(EachCode);

    /// <summary>The chosen conversations.</summary>
    public IEnumerable<string> Groups => Where.Where(w => w != EachCode);

    /// <summary>An empty one, with the usual deadline.</summary>
    /// <param name="name">Drawn for it.</param>
    /// <param name="days">The office's business days.</param>
    /// <param name="now">The present.</param>
    public static NewPollForm Empty(string name, BusinessDays days, DateTimeOffset now) =>
        new(
            name,
            null,
            "",
            "",
            UsualMinutes,
            [],
            AsksAll: true,
            [],
            "",
            days.AddBusinessDays(TokyoTime.DateOf(now), PollPlan.UsualDays),
            PollPlan.UsualTime
        );

    /// <summary>One for the chosen dates of a plan.</summary>
    public static NewPollForm For(
        MeetingPlan plan,
        IEnumerable<TimeSlot> slots,
        string name,
        BusinessDays days,
        Language language,
        DateTimeOffset now
    ) =>
        Empty(name, days, now) with
        {
            Plan = plan.Id,
            Title = plan.Title.Length > StoredPoll.TitleLength ? plan.Title[..StoredPoll.TitleLength] : plan.Title,
            Dates = TypedDates.Write(slots, language),
            Minutes = plan.Minutes,
            AsksAll = false,
            Where = [EachCode],
        };

    /// <summary>Reads the inputs, or where the card had none what its buttons carry.</summary>
    public static NewPollForm Read(ActionForm form)
    {
        string Pick(string input, string data) =>
            form.Find(input) is null && form.Find(data) is not null ? data : input;
        form.TryDay(Pick("in_day", "dd"), out DateOnly? day);
        return new(
            form.Text("n") is { } name && DrawnName.IsMatch(name) ? name : "",
            PlanId.TryParse(form.Text("p"), out PlanId? plan) ? plan : null,
            Short(form.Text(Pick("in_title", "t"))),
            Short(form.Text(Pick("in_dates", "ds"))),
            string.IsNullOrEmpty(form.Text(Pick("in_minutes", "mi")))
                ? form.Number(Pick("in_minutes", "mi")) ?? UsualMinutes
                : form.Number(Pick("in_minutes", "mi")),
            [.. form.Choices(Pick("in_where", "w")).Distinct().Take(StoredPoll.MaxPlaces + 2)],
            form.Flag(Pick("in_all", "a")),
            [.. form.Choices(Pick("in_people", "pe")).Distinct().Take(StoredPoll.MaxVoters + 1)],
            Short(form.Text(Pick("in_phone", "ph"))),
            day,
            TimeOnly.TryParseExact(
                form.Text(Pick("in_time", "dt")),
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out TimeOnly time
            )
                ? time
                : null
        );
    }

    /// <summary>What buttons carry where the card has no inputs.</summary>
    public ActionData ToData() =>
        ToKey()
            .With("t", Title)
            .With("ds", Dates)
            .With("mi", Minutes ?? 0)
            .With("w", string.Join(',', Where))
            .With("a", AsksAll)
            .With("pe", string.Join(',', People))
            .With("ph", ByPhone)
            .With("dd", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")
            .With("dt", Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "");

    /// <summary>What the form's own buttons carry: what is not typed.</summary>
    public ActionData ToKey() =>
        Plan is null ? ActionData.Of(("n", Name)) : ActionData.Of(("n", Name), ("p", Plan.ToString()));

    /// <summary>The dates, or what is wrong with them.</summary>
    public (IReadOnlyList<TimeSlot> Slots, LocalText? Fault) Slots(DateTimeOffset now) =>
        TypedDates.Read(Dates, Minutes ?? UsualMinutes, now);

    /// <summary>The deadline (UTC); <see langword="null"/> where it could not be read or has passed.</summary>
    public DateTimeOffset? Deadline(DateTimeOffset now) =>
        Day is { } day && Time is { } time && TokyoTime.Instant(day, time) is { } at && at > now ? at : null;

    /// <summary>Those without an account: a key for each that stays the same, since it is made of the name.</summary>
    public IReadOnlyList<Invitee> PhoneVoters() =>
        [
            .. ByPhone
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(n => n.Length > PhoneNameLength ? n[..PhoneNameLength] : n)
                .Distinct()
                .Select(n => new Invitee($"x{ShortName(n)}", n, "", Required: false)),
        ];

    /// <summary>What is wrong with what is typed; <see langword="null"/> for nothing. Who is asked is checked elsewhere.</summary>
    public LocalText? Fault(DateTimeOffset now) =>
        Title.Length is 0 or > StoredPoll.TitleLength || Title.Contains('\n', StringComparison.Ordinal)
            ? Texts.TitleError
        : Minutes is null or < Shortest or > Longest ? Texts.MinutesError
        : Slots(now).Fault is { } dates ? dates
        : Where.Count == 0 || Groups.Count() > StoredPoll.MaxPlaces ? Texts.WhereError
        : Deadline(now) is null ? Texts.DeadlineError
        : null;

    private static string ShortName(string name) => ShownVersion.Of(name);

    private static string Short(string? text)
    {
        string clean = (text ?? "").Replace("\r", "", StringComparison.Ordinal);
        return clean.Length > LongestGivenBack ? clean[..LongestGivenBack] : clean;
    }

    [GeneratedRegex(@"\A[0-9a-f]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DrawnName { get; }
}

using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Meetings.MeetingTexts;

namespace Renkei.Bot.Features.Meetings;

/// <summary>What the card of the date shows, or was filled in with. Times are Japan's.</summary>
/// <param name="Date">The day; <see langword="null"/> while it is open.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Place">The room.</param>
/// <param name="Link">The online address.</param>
/// <param name="SeenWhen">Names the date and time that stood when the card was made.</param>
/// <param name="SeenPlace">Names the room that stood then.</param>
/// <param name="SeenLink">Names the address that stood then.</param>
internal sealed record MeetingForm(
    DateOnly? Date,
    TimeOnly? Start,
    int? Minutes,
    string Place,
    string Link,
    string SeenWhen,
    string SeenPlace,
    string SeenLink
)
{
    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 600;
    private const int YearsAhead = 2;

    /// <summary>The time; <see langword="null"/> while it is not complete.</summary>
    public MeetingTime? When =>
        Date is { } date && Start is { } start && Minutes is { } minutes ? new(date, start, minutes) : null;

    /// <summary>What the saving buttons carry of what the card showed.</summary>
    public ActionData Seen => ActionData.Of(("v", SeenWhen), ("vp", SeenPlace), ("vl", SeenLink));

    /// <summary>A card filled with what stands; where nothing stands, with what is usual.</summary>
    public static MeetingForm Of(CouncilView view)
    {
        Council council = view.Council;
        int agenda = council.Agenda.Sum(a => a.Minutes);
        return new MeetingForm(
            council.When?.Date,
            council.When?.Start ?? view.Template.Hours.From,
            council.When?.Minutes ?? Math.Clamp(agenda, MeetingTime.Shortest, MeetingTime.Longest),
            council.Place,
            council.OnlineLink,
            "",
            "",
            ""
        ).SeeingNow(council);
    }

    /// <summary>What was filled in, or what a card that asks carries of it.</summary>
    public static MeetingForm Read(ActionForm form)
    {
        form.TryDay(Name(form, "in_date", "d"), out DateOnly? day);
        return new(
            day,
            TimeOf(form.Text(Name(form, "in_start", "s"))),
            form.Number(Name(form, "in_length", "l")),
            Short(form.Text(Name(form, "in_place", "p"))),
            Short(form.Text(Name(form, "in_link", "u"))),
            form.Text("v") ?? "",
            form.Text("vp") ?? "",
            form.Text("vl") ?? ""
        );
    }

    /// <summary>All of it as data, for a card that asks before it is stored.</summary>
    public ActionData ToData() =>
        Seen.With("d", Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")
            .With("s", Start is { } start ? TokyoTime.Clock(start) : "")
            .With("l", Minutes ?? 0)
            .With("p", Place)
            .With("u", Link);

    /// <summary>The same, knowing what stands now: pressing again saves.</summary>
    public MeetingForm SeeingNow(Council council) =>
        this with
        {
            SeenWhen = NameOf(council.When),
            SeenPlace = ShownVersion.Of(council.Place),
            SeenLink = ShownVersion.Of(council.OnlineLink),
        };

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    /// <param name="form">The action it was read from.</param>
    /// <param name="council">The council as it stands.</param>
    /// <param name="now">The present moment.</param>
    public LocalText? ErrorIn(ActionForm form, Council council, DateTimeOffset now) =>
        !form.TryDay(Name(form, "in_date", "d"), out _) ? Texts.DateError
        : Date is null && council.When is not null ? Texts.DateStays
        : Date is not null ? ErrorInTime(council, now) ?? ErrorInPlace()
        : ErrorInPlace();

    /// <summary>The council with what was changed on this card; what was left as it was shown stays as it stands.</summary>
    public Council Apply(Council council, BotTurn turn, string reason)
    {
        Council next =
            ChangesWhen && When is { } when && when != council.When
                ? council.MovedTo(when, turn.Person!.Ref, turn.Now, reason)
                : council;
        return next.HeldAt(
            ChangesPlace ? Place : next.Place,
            ChangesLink ? Link : next.OnlineLink,
            turn.Person!.Ref,
            turn.Now,
            reason
        );
    }

    /// <summary>Whether somebody else changed the same thing to something else since the card was made.</summary>
    public bool CollidesWith(Council council) =>
        (ChangesWhen && Differs(SeenWhen, NameOf(council.When), NameOf(When)))
        || (ChangesPlace && Differs(SeenPlace, ShownVersion.Of(council.Place), ShownVersion.Of(Place)))
        || (ChangesLink && Differs(SeenLink, ShownVersion.Of(council.OnlineLink), ShownVersion.Of(Link)));

    /// <summary>What the card is about, by name: where it is another one afterwards, somebody changed it.</summary>
    public static string VersionOf(Council council) =>
        ShownVersion.Of(NameOf(council.When), council.Place, council.OnlineLink);

    private bool ChangesWhen => Date is not null && NameOf(When) != SeenWhen;

    private bool ChangesPlace => ShownVersion.Of(Place) != SeenPlace;

    private bool ChangesLink => ShownVersion.Of(Link) != SeenLink;

    private LocalText? ErrorInTime(Council council, DateTimeOffset now) =>
        Start is null ? Texts.StartError
        : Minutes is not (>= MeetingTime.Shortest and <= MeetingTime.Longest) ? Texts.LengthError
        : !When!.IsPossible ? Texts.OverMidnight
        : When == council.When ? null
        : When.StartsAt <= now ? Texts.IsPast
        : Date > TokyoTime.DateOf(now).AddYears(YearsAhead) ? Texts.TooFar
        : null;

    private LocalText? ErrorInPlace() =>
        Place.Length > Council.PlaceLength ? Texts.PlaceError
        : Link.Length > 0 && !IsLink(Link) ? Texts.LinkError
        : null;

    private static bool IsLink(string link) =>
        link.Length <= Council.LinkLength
        && !link.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(link, UriKind.Absolute, out Uri? address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0;

    private static bool Differs(string seen, string stands, string typed) => stands != seen && stands != typed;

    private static string NameOf(MeetingTime? when) =>
        when is null ? "-" : ShownVersion.Of($"{when.Date:O}", $"{when.Start:O}", $"{when.Minutes}");

    private static string Name(ActionForm form, string input, string data) =>
        form.Find(input) is null && form.Find(data) is not null ? data : input;

    private static TimeOnly? TimeOf(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : null;

    private static string Short(string? text) =>
        text is null ? ""
        : text.Length > LongestGivenBack ? text[..LongestGivenBack]
        : text;
}

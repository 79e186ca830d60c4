using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.People;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Texts = Renkei.Bot.Features.Membership.MembershipTexts;

namespace Renkei.Bot.Features.Membership;

/// <summary>The cards of first contact, places and roles.</summary>
internal static class MembershipCards
{
    public const string AskRoleVerb = "join/role";
    public const string AskPlaceVerb = "join/place";
    public const string JoinVerb = "join/done";
    public const string AskAgainVerb = "join/again";
    public const string DecideVerb = "confirm/decide";

    /// <summary>Asks in which role, and in which prefecture where there are several.</summary>
    public static CardReply AskRole(BotTurn turn, Organisation places, bool greets, string? error)
    {
        Language language = turn.Language;
        List<CardElement> body = [TextBlock.Heading(turn.In(greets ? Texts.GreetingHeading : Texts.Title))];
        if (greets)
        {
            body.Add(new TextBlock(turn.In(Texts.GreetingWhat)));
            body.Add(TextBlock.Remark(turn.In(Texts.Patients)));
        }
        bool isUnplaced = turn.Person is { IsPlaced: false };
        body.Add(new TextBlock(turn.In(isUnplaced ? Texts.WhichPrefecture : Texts.AskRole)));
        AddError(body, error);
        if (places.Prefectures.Count > 1)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_prefecture",
                    turn.In(Texts.Prefecture),
                    [.. places.Prefectures.Select(p => new Choice(p.Name.In(language), p.Code))]
                )
                {
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.PrefectureError),
                }
            );
        }
        body.Add(
            new ChoiceSetInput(
                "in_role",
                turn.In(Texts.Role),
                [.. RoleNames.All.Select(r => new Choice(r.Name().In(language), r.ToString()))]
            )
            {
                Style = ChoiceStyle.Expanded,
                Value = (isUnplaced ? Role.HeadOffice : Role.Nurse).ToString(),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.RoleError),
            }
        );
        return BotCards.Reply(
            turn,
            turn.In(greets ? Texts.GreetingHeading : Texts.Title),
            body,
            [new ExecuteAction(turn.In(Texts.Next), AskPlaceVerb)]
        );
    }

    /// <summary>Asks where, for a role that has a place.</summary>
    public static CardReply AskPlace(BotTurn turn, Organisation places, string prefectureCode, Role role, string? error)
    {
        Language language = turn.Language;
        HealthCentre[] centres = [.. places.Centres.Where(c => c.PrefectureCode == prefectureCode)];
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Title)),
            new TextBlock(language.Labelled(turn.In(Texts.Role), role.Name().In(language))),
        ];
        AddError(body, error);
        body.Add(
            role == Role.MunicipalStaff
                ? new ChoiceSetInput(
                    "in_municipality",
                    turn.In(Texts.Municipality),
                    [
                        .. centres.SelectMany(c =>
                            places
                                .MunicipalitiesOf(c.Code)
                                .Select(m => new Choice(
                                    m.Name.In(language) + language.InBrackets(c.Name.In(language)),
                                    m.Code
                                ))
                        ),
                    ]
                )
                {
                    Style = centres.Length > 4 ? ChoiceStyle.Filtered : ChoiceStyle.Compact,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.MunicipalityError),
                }
                : new ChoiceSetInput(
                    "in_centre",
                    turn.In(Texts.Centre),
                    [.. centres.Select(c => new Choice(c.Name.In(language), c.Code))]
                )
                {
                    Style = centres.Length > 6 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.CentreError),
                }
        );
        if (role.NeedsConfirmation())
        {
            body.Add(TextBlock.Remark(turn.In(Texts.Confirmed)));
        }
        return BotCards.Reply(
            turn,
            turn.In(Texts.Title),
            body,
            [
                new ExecuteAction(
                    turn.In(Texts.Register),
                    JoinVerb,
                    ActionData.Of(("role", role.ToString()), ("prefecture", prefectureCode))
                ),
                new ExecuteAction(turn.In(Texts.Back), AskRoleVerb) { IgnoresInputs = true },
            ]
        );
    }

    /// <summary>Where somebody works, as what, and what waits; with what they can do next.</summary>
    public static CardReply Standing(
        BotTurn turn,
        Organisation places,
        PersonRecord record,
        LocalText heading,
        string? remark,
        IReadOnlyList<WaitingRequest> toConfirm
    )
    {
        Language language = turn.Language;
        List<CardElement> body = [TextBlock.Heading(heading.In(language))];
        if (remark is not null)
        {
            body.Add(BotCards.Notice(remark, ContainerStyle.Accent));
        }
        List<Fact> facts = [];
        if (record.Person is { } person)
        {
            facts.Add(new(turn.In(Texts.Place), PlaceOf(person, places).In(language)));
            facts.Add(new(turn.In(Texts.Role), person.Role.Name().In(language)));
        }
        if (record.Requested is { } request)
        {
            string which =
                places.Prefectures.Count > 1 && places.FindPrefecture(request.PrefectureCode) is { } asked
                    ? language.InBrackets(asked.Name.In(language))
                    : "";
            facts.Add(new(turn.In(Texts.Waiting), request.Role.Name().In(language) + which));
        }
        if (facts.Count > 0)
        {
            body.Add(new FactSet(facts));
        }
        foreach (WaitingRequest waiting in toConfirm)
        {
            body.Add(
                new Container([
                    new TextBlock(RequestText(waiting.Who, waiting.Request, places).In(language)),
                    new ActionSet(DecideButtons(turn.Language, waiting.Who.ObjectId, waiting.Request)),
                ])
                {
                    Separator = true,
                }
            );
        }
        List<AdaptiveAction> actions = [];
        if (record.Person is not null)
        {
            actions.Add(
                BotCards.Button(turn, CommandCodes.Themes, new("段階チェックを始める", "Open the stage check"))
            );
            actions.Add(BotCards.Button(turn, CommandCodes.Help, new("使い方を見る", "How to use Renkei")));
        }
        if (record.Requested is not null)
        {
            actions.Add(new ExecuteAction(turn.In(Texts.AskAgain), AskAgainVerb));
        }
        actions.Add(new ExecuteAction(turn.In(Texts.Change), AskRoleVerb) { IsSecondary = record.Person is not null });
        return BotCards.Reply(turn, heading.In(language), body, actions);
    }

    /// <summary>Asks somebody to confirm a role; sent to people of that role.</summary>
    public static ReadOnlyMemory<byte> Request(
        Language language,
        PersonRef who,
        RoleRequest request,
        Organisation places,
        string userId
    ) =>
        BotCards.Build(
            language,
            userId,
            RequestText(who, request, places, escape: false).In(language),
            [
                TextBlock.Heading(Texts.RequestHeading.In(language)),
                new TextBlock(RequestText(who, request, places).In(language)),
            ],
            DecideButtons(language, who.ObjectId, request)
        );

    /// <summary>One sentence with a heading, and the way on.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText heading, string sentence) =>
        BotCards.Reply(
            turn,
            sentence,
            [TextBlock.Heading(turn.In(heading)), new TextBlock(sentence)],
            [BotCards.Button(turn, CommandCodes.Themes, new("段階チェック", "Stage check"))]
        );

    /// <summary>The place of a person as people say it.</summary>
    public static LocalText PlaceOf(Person person, Organisation places) =>
        person.MunicipalityCode is { } municipality && places.FindMunicipality(municipality) is { } town ? town.Name
        : person.CentreCode is { } centre && places.FindCentre(centre) is { } found ? found.Name
        : person.Area is { } area && places.FindPrefecture(area.PrefectureCode) is { } prefecture ? prefecture.Name
        : person.Role == Role.HeadOffice ? Texts.PrefectureUnknown
        : places.Prefectures.Count == 1 ? places.Prefectures[0].Name
        : Texts.AllPrefectures;

    private static LocalText RequestText(PersonRef who, RoleRequest request, Organisation places, bool escape = true) =>
        Texts.Request(
            escape ? CardText.Escape(who.Name) : who.Name,
            request.Role.Name(),
            request.CentreCode is { } code ? places.FindCentre(code)?.Name
                // Where there is one prefecture only, its name says nothing.
                : places.Prefectures.Count > 1 ? places.FindPrefecture(request.PrefectureCode)?.Name
                : null
        );

    private static IReadOnlyList<AdaptiveAction> DecideButtons(Language language, string objectId, RoleRequest request)
    {
        ExecuteAction Button(LocalText title, string decision) =>
            new(
                title.In(language),
                DecideVerb,
                ActionData.Of(("p", objectId), ("at", request.At.UtcTicks), ("d", decision))
            )
            {
                IgnoresInputs = true,
            };
        return [Button(Texts.Approve, "yes"), Button(Texts.Decline, "no")];
    }

    private static void AddError(List<CardElement> body, string? error)
    {
        if (error is not null)
        {
            body.Add(BotCards.Notice(error, ContainerStyle.Attention));
        }
    }
}

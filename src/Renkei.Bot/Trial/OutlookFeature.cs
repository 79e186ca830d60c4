using Microsoft.Extensions.Options;
using Renkei.Activities.Turns;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Trial;

/// <summary>
/// Plays in a trial what people do in Outlook, past Renkei: answer an invitation, move a meeting, change its place, delete it. Outside a
/// trial nothing of it is there.
/// </summary>
internal sealed class OutlookFeature(
    IOptions<TrialOptions> options,
    PlanStore plans,
    PlanWatch watch,
    CouncilStore councils,
    TenantCalendars calendars,
    BusinessDays days
) : IFeature
{
    public const string OpenVerb = "trial/outlook";
    public const string AnswerVerb = "trial/outlook-answer";
    public const string MoveVerb = "trial/outlook-move";
    public const string PlaceVerb = "trial/outlook-place";
    public const string DeleteVerb = "trial/outlook-delete";

    private const int MostShown = 20;

    private static readonly LocalText Heading = new("Outlookで動かす（練習）", "In Outlook (for practice)");
    private static readonly LocalText Description = new(
        "練習用：Outlookでの返事や変更をまねます",
        "For practice: plays answers and changes in Outlook"
    );
    private static readonly LocalText Lead = new(
        "Renkei を通さずに、予定表のほうを動かします。Renkei が気づくところを見てください。",
        "Changes the calendar past Renkei. Watch how Renkei notices."
    );
    private static readonly LocalText None = new(
        "予定表に入っている会議がありません。「日程調整」で日を決めると、ここに出ます。",
        "No meeting is in the calendar. Set a date first (“find a date”)."
    );
    private static readonly LocalText Which = new("会議", "Meeting");
    private static readonly LocalText Open = new("この会議を動かす", "This one");
    private static readonly LocalText Who = new("だれが", "Who");
    private static readonly LocalText Says = new("返事", "Answer");
    private static readonly LocalText Answer = new("Outlookで返事する", "Answer in Outlook");
    private static readonly LocalText Move = new("次の営業日へ動かす", "Move to the next business day");
    private static readonly LocalText Place = new("会場", "Place");
    private static readonly LocalText ChangePlace = new("会場を変える", "Change the place");
    private static readonly LocalText Delete = new("予定を消す", "Delete it");
    private static readonly LocalText Done = new(
        "Outlookのほうを動かしました。まもなく Renkei が気づきます。",
        "Done in the calendar. Renkei will notice shortly."
    );
    private static readonly LocalText Gone = new("この予定はもうありません。", "It is not in the calendar any more.");

    public void Register(BotRoutes routes)
    {
        if (!options.Value.Enabled)
        {
            return;
        }
        routes.OnCommand(
            new(
                CommandCodes.Outlook,
                CommandGroup.Dates,
                Heading,
                Description,
                ["Outlookで動かす", "アウトルックで動かす", "play outlook"],
                (turn, _, ct) => ListAsync(turn, notice: null, ct)
            )
        );
        routes.OnCard(OpenVerb, (turn, form, ct) => OnAsync(turn, form, null, ct));
        routes.OnCard(AnswerVerb, (turn, form, ct) => OnAsync(turn, form, RespondAsync, ct));
        routes.OnCard(MoveVerb, (turn, form, ct) => OnAsync(turn, form, MoveAsync, ct));
        routes.OnCard(PlaceVerb, (turn, form, ct) => OnAsync(turn, form, PlaceAsync, ct));
        routes.OnCard(DeleteVerb, (turn, form, ct) => OnAsync(turn, form, DeleteAsync, ct));
    }

    private async Task<CardReply> ListAsync(BotTurn turn, LocalText? notice, CancellationToken ct)
    {
        List<Choice> meetings = [];
        await foreach ((PlanId id, _, _) in watch.ReadAsync(turn.TenantId, ct))
        {
            if (
                meetings.Count < MostShown
                && IsTheirs(turn, id)
                && await plans.FindAsync(turn.TenantId, id, ct) is { Booked: { } booked } plan
            )
            {
                string when = WantedMeeting.TimeOf(booked.Slot).Brief(turn.Language);
                meetings.Add(new($"{await TitleAsync(turn, plan, ct)}{turn.Language.InBrackets(when)}", id.ToString()));
            }
        }
        List<CardElement> body = [TextBlock.Heading(turn.In(Heading)), TextBlock.Remark(turn.In(Lead))];
        if (notice is not null)
        {
            body.Add(BotCards.Notice(turn.In(notice), ContainerStyle.Good));
        }
        if (meetings.Count == 0)
        {
            body.Add(new TextBlock(turn.In(None)));
            return BotCards.Reply(
                turn,
                turn.In(Heading),
                body,
                [BotCards.Button(turn, CommandCodes.Schedule, BookingTexts.ToSchedule)]
            );
        }
        body.Add(new ChoiceSetInput("in_meeting", turn.In(Which), meetings) { Value = meetings[0].Value });
        return BotCards.Reply(turn, turn.In(Heading), body, [new ExecuteAction(turn.In(Open), OpenVerb)]);
    }

    private async Task<CardReply> OnAsync(
        BotTurn turn,
        ActionForm form,
        Func<EmbeddedCalendar, BookedMeeting, ActionForm, CancellationToken, Task>? change,
        CancellationToken ct
    )
    {
        if (
            !PlanId.TryParse(form.Text("p") ?? form.Text("in_meeting"), out PlanId? id)
            || !IsTheirs(turn, id)
            || calendars.Of(turn.TenantId) is not EmbeddedCalendar calendar
            || await plans.FindAsync(turn.TenantId, id, ct) is not { Booked: { } booked } plan
            || await calendar.FindAsync(booked.MeetingId, ct) is not { } found
        )
        {
            return await ListAsync(turn, Gone, ct);
        }
        if (change is not null)
        {
            await change(calendar, found, form, ct);
            watch.Ring(turn.TenantId);
            return await ListAsync(turn, Done, ct);
        }
        return Page(turn, plan, found, await TitleAsync(turn, plan, ct));
    }

    private static CardReply Page(BotTurn turn, MeetingPlan plan, BookedMeeting found, string title)
    {
        Choice[] people = [.. found.Meeting.Invited.Select(i => new Choice(i.Mailbox.Name, i.Mailbox.Address))];
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Heading)),
            new TextBlock(CardText.Escape(title)) { Weight = TextWeight.Bolder },
            TextBlock.Remark(WantedMeeting.TimeOf(found.Meeting.Slot).Full(turn.Language)),
        ];
        List<AdaptiveAction> actions = [];
        if (people.Length > 0)
        {
            body.Add(new ChoiceSetInput("in_who", turn.In(Who), people) { Value = people[0].Value });
            body.Add(
                new ChoiceSetInput(
                    "in_says",
                    turn.In(Says),
                    [
                        new(turn.In(BookingTexts.Yes), "yes"),
                        new(turn.In(BookingTexts.Maybe), "maybe"),
                        new(turn.In(BookingTexts.No), "no"),
                    ]
                )
                {
                    Value = "yes",
                }
            );
            actions.Add(Button(turn, Answer, AnswerVerb, plan));
        }
        body.Add(
            new TextInput("in_place", turn.In(Place)) { Value = found.Meeting.Place, MaxLength = Council.PlaceLength }
        );
        actions.AddRange([
            Button(turn, Move, MoveVerb, plan),
            Button(turn, ChangePlace, PlaceVerb, plan),
            Button(turn, Delete, DeleteVerb, plan),
            BotCards.Button(turn, CommandCodes.Outlook, Heading),
        ]);
        return BotCards.Reply(turn, turn.In(Heading), body, actions);
    }

    private static Task RespondAsync(
        EmbeddedCalendar calendar,
        BookedMeeting found,
        ActionForm form,
        CancellationToken ct
    ) =>
        calendar.RespondAsync(
            found.Id,
            form.Text("in_who") ?? "",
            form.Text("in_says") switch
            {
                "no" => MeetingResponse.Declined,
                "maybe" => MeetingResponse.Tentative,
                _ => MeetingResponse.Accepted,
            },
            ct
        );

    private Task MoveAsync(EmbeddedCalendar calendar, BookedMeeting found, ActionForm form, CancellationToken ct)
    {
        TimeSlot slot = found.Meeting.Slot;
        DateOnly next = days.Next(TokyoTime.DateOf(slot.Start));
        DateTimeOffset start = TokyoTime.Instant(next, TokyoTime.TimeOf(slot.Start));
        return calendar.MoveAsync(found.Id, new(start, start + slot.Length), ct);
    }

    private static Task PlaceAsync(
        EmbeddedCalendar calendar,
        BookedMeeting found,
        ActionForm form,
        CancellationToken ct
    )
    {
        string place = form.Text("in_place") ?? "";
        return calendar.ChangeAsync(
            found.Id,
            found.Meeting with
            {
                Place = place.Length > Council.PlaceLength ? place[..Council.PlaceLength] : place,
            },
            ct
        );
    }

    private static Task DeleteAsync(
        EmbeddedCalendar calendar,
        BookedMeeting found,
        ActionForm form,
        CancellationToken ct
    ) => calendar.CancelAsync(found.Id, "", ct);

    private async ValueTask<string> TitleAsync(BotTurn turn, MeetingPlan plan, CancellationToken ct) =>
        plan.Council is { } id && await councils.FindAsync(turn.TenantId, id, ct) is { } council
            ? council.Title
            : plan.Title;

    private static ExecuteAction Button(BotTurn turn, LocalText title, string verb, MeetingPlan plan) =>
        new(turn.In(title), verb, ActionData.Of(("p", plan.Id.ToString())));

    private static bool IsTheirs(BotTurn turn, PlanId id) =>
        turn is { IsPersonal: true, Person: { Role: Role.Nurse or Role.Coordinator, CentreCode: { } centre } }
        && centre == id.CentreCode;
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Tables;
using Texts = Renkei.Bot.Features.Reminders.SettingsTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>「通知の設定」: when and about what somebody wants no notices; and, for coordinators, who is told of work that stays overdue.</summary>
internal sealed class SettingsFeature(PeopleStore people, CouncilStore councils, CouncilNotices notices) : IFeature
{
    private const int Attempts = 5;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.NoticeSettings,
                CommandGroup.Settings,
                Texts.Title,
                Texts.Description,
                [
                    "通知設定",
                    "お知らせの設定",
                    "リマインダーの設定",
                    "静かにする時間",
                    "通知を止める",
                    "つうちのせってい",
                    "notice settings",
                    "notifications",
                    "quiet hours",
                    "reminder settings",
                ],
                (turn, _, _) => Task.FromResult(SettingsCards.Form(turn, SettingsForm.Of(turn.Record!.Notices), null))
            )
        );
        routes.OnCommand(
            new(
                CommandCodes.CentreLead,
                CommandGroup.Settings,
                Texts.Lead,
                Texts.LeadDescription,
                ["責任者", "責任者の設定", "遅れの知らせ先", "せきにんしゃ", "responsible", "centre lead"],
                (turn, _, ct) => ShowLeadAsync(turn, ct)
            )
        );
        routes.OnCard(ReminderVerbs.KeepSettings, KeepAsync);
        routes.OnCard(
            ReminderVerbs.ResetSettings,
            (turn, _, ct) => StoreAsync(turn, NoticePreferences.Everything, Texts.WasReset, ct)
        );
        routes.OnCard(ReminderVerbs.Lead, (turn, _, ct) => ShowLeadAsync(turn, ct));
        routes.OnCard(ReminderVerbs.KeepLead, KeepLeadAsync);
    }

    private async Task<CardReply> KeepAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        SettingsForm filled = SettingsForm.Read(form);
        return filled.Error is { } error
            ? SettingsCards.Form(turn, filled, new(turn.In(error), IsGood: false))
            : await StoreAsync(turn, filled.Preferences, Texts.Saved, ct);
    }

    private async Task<CardReply> StoreAsync(
        BotTurn turn,
        NoticePreferences preferences,
        LocalText said,
        CancellationToken ct
    )
    {
        PersonRecord read = turn.Record!;
        for (int attempt = 1; !Same(read.Notices, preferences); attempt++)
        {
            if (await people.TryReplaceAsync(read, read with { Notices = preferences }, ct))
            {
                break;
            }
            if (attempt == Attempts || await people.FindAsync(turn.PersonId, ct) is not { } newer)
            {
                throw new TableUnavailableException("The person's row kept changing.", outcomeUnknown: false, null);
            }
            read = newer;
        }
        return SettingsCards.Form(turn, SettingsForm.Of(preferences), new(turn.In(said)));
    }

    private static bool Same(NoticePreferences one, NoticePreferences other) =>
        (one.QuietFrom, one.QuietTo) == (other.QuietFrom, other.QuietTo)
        && one.QuietDays.Order().SequenceEqual(other.QuietDays.Order())
        && one.OptedOut.Order().SequenceEqual(other.OptedOut.Order());

    private async Task<CardReply> ShowLeadAsync(BotTurn turn, CancellationToken ct)
    {
        if (turn.Person is not { Role: Role.Coordinator, CentreCode: { } centre })
        {
            return Refuse(turn);
        }
        PersonRef? lead = await notices.LeadOfAsync(turn.TenantId, centre, ct);
        return SettingsCards.Lead(turn, lead, await PeopleAsync(turn, centre, ct), notice: null);
    }

    private async Task<CardReply> KeepLeadAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (turn.Person is not { Role: Role.Coordinator, CentreCode: { } centre })
        {
            return Refuse(turn);
        }
        IReadOnlyList<PersonRef> offered = await PeopleAsync(turn, centre, ct);
        CentreSettings kept = await councils.SettingsAsync(turn.TenantId, centre, ct);
        (bool isOffered, PersonRef? lead) = SettingsCards.ReadLead(form, offered);
        if (!isOffered)
        {
            return SettingsCards.Lead(turn, kept.Lead, offered, new(turn.In(Texts.LeadError), IsGood: false));
        }
        if (kept.Lead != lead)
        {
            // What is overdue now, or will be, rises to somebody else: every open council is looked at again.
            foreach (CouncilLine line in await councils.OpenAsync(turn.TenantId, centre, ct))
            {
                await notices.LookAgainAsync(turn.TenantId, CouncilId.Of(centre, line.Name), ct);
            }
            await councils.KeepSettingsAsync(turn.TenantId, centre, kept with { Lead = lead }, ct);
        }
        LocalText said = lead is null ? Texts.LeadNone : Texts.LeadKept(CardText.Escape(lead.Name));
        return SettingsCards.Lead(turn, lead, offered, new(turn.In(said)));
    }

    /// <summary>Those who may see and change the centre's councils.</summary>
    private async Task<IReadOnlyList<PersonRef>> PeopleAsync(BotTurn turn, string centre, CancellationToken ct) =>
        [
            .. await people.WithRoleAsync(turn.TenantId, Role.Coordinator, centre, ct),
            .. await people.WithRoleAsync(turn.TenantId, Role.Nurse, centre, ct),
        ];

    private static CardReply Refuse(BotTurn turn) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.LeadOnlyCoordinators),
            [TextBlock.Heading(turn.In(Texts.Lead)), new TextBlock(turn.In(Texts.LeadOnlyCoordinators))],
            [BotCards.Button(turn, CommandCodes.NoticeSettings, Texts.Title)]
        );
}

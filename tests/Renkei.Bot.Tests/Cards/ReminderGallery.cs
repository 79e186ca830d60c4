using Renkei.Bot.Tests.Features;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards Renkei sends about councils, what their buttons lead to, the record of notices and the settings.</summary>
internal sealed class ReminderGallery(bool isJapanese)
{
    private static readonly DateTimeOffset Set = TokyoTime.Instant(new(2026, 11, 2), new(10, 0));

    private readonly List<(string Name, Shown Card)> cards = [];

    private string Locale => isJapanese ? "ja-JP" : "en-GB";

    /// <summary>The cards by name, e.g. <c>remind-summary.ja</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        ReminderGallery gallery = new(isJapanese);
        await gallery.TasksAsync();
        await gallery.GuestsAsync();
        await gallery.AfterwardsAsync();
        await gallery.SettingsAsync();
        return gallery.cards;
    }

    private async Task TasksAsync()
    {
        await using ReminderStage stage = await StageAsync(Full);
        Shown summary = Keep(
            "remind-summary",
            await CardForAsync(stage, stage.Kawakami, 12, 4, "あと", "10 business days")
        );
        Keep("remind-hand-any", await stage.Kawakami.PressAsync(summary, Say("担当を替える", "Hand to someone")));
        // Several fall due on the way, some at one time, in no order among themselves.
        Keep(
            "remind-soon",
            stage
                .Sato.Received.Where(r => r.Text.StartsWith(Say("期限まであと", "Due in"), StringComparison.Ordinal))
                .MinBy(r => r.Text, StringComparer.Ordinal)!
        );
        Shown due = Keep("remind-due", await CardForAsync(stage, stage.Sato, 12, 8, "今日が期限です", "Due today"));
        Keep("remind-later", await stage.Sato.PressAsync(due, Say("明日もう一度", "Tomorrow again")));
        Shown ask = Keep("remind-hand", await stage.Sato.PressAsync(due, Say("担当を替える", "Hand to someone")));
        Keep("remind-done", await stage.Sato.PressAsync(due, Say("済みました", "Done")));
        await stage.Sato.PressAsync(due, Say("済みました", "Done"));
        Shown unowned = Keep(
            "remind-unowned",
            await CardForAsync(
                stage,
                stage.Kawakami,
                12,
                11,
                "担当が決まっていません：座長",
                "Nobody in charge yet: Go"
            )
        );
        Keep("remind-taken", await stage.Kawakami.PressAsync(unowned, Say("自分が担当する", "I will do it")));
        Shown overdue = Keep(
            "remind-overdue",
            await CardForAsync(
                stage,
                stage.Kawakami,
                12,
                16,
                "期限を2営業日過ぎています：会議そのもの",
                "Overdue by 2 business days: Prepare the q"
            )
        );
        Shown hand = await stage.Kawakami.PressAsync(overdue, Say("担当を替える", "Hand to someone"));
        await stage.Kawakami.PressAsync(
            hand,
            Say("この方に頼む", "Ask this person"),
            ("in_to", stage.Sato.Ref.ObjectId)
        );
        await stage.Bot.SendDueAsync();
        Keep("remind-assigned", ReceivedBy(stage.Sato, "担当になりました", "This is yours now"));
        Keep("remind-day", await CardForAsync(stage, stage.Kawakami, 12, 18, "今日です", "Today"));
        Shown record = Keep("ledger", await stage.Kawakami.PressAsync(summary, Say("通知の記録", "Record of notices")));
        Keep("ledger-next", await stage.Kawakami.PressAsync(record, Say("これから", "Still to come")));
        Keep("ledger-choose", await stage.Kawakami.SayAsync(Say("通知の記録", "record of notices")));
        Assert.NotNull(ask.Card);
    }

    private async Task GuestsAsync()
    {
        await using ReminderStage stage = await StageAsync(Full);
        await stage.Bot.SendDueAsync();
        Shown invitation = Keep("remind-invitation", ReceivedBy(stage.Kobayashi, "会議のご案内", "Invitation"));
        Keep("remind-sheet", ReceivedBy(stage.Kobayashi, "事前シートのお願い", "Information sheet"));
        Keep(
            "remind-answered",
            await stage.Kobayashi.PressAsync(
                invitation,
                Say("未定", "Not sure yet"),
                ("in_note", Say("議会の日程しだいです", "It depends on the assembly"))
            )
        );
        Keep(
            "remind-note-personal",
            await stage.Kobayashi.PressAsync(invitation, Say("出席", "I will come"), ("in_note", "090-1234-5678"))
        );
        stage.Bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 4), new(11, 0));
        await stage.ChangeAsync(
            stage.Kawakami,
            c =>
                c.MovedTo(
                    new(new(2026, 12, 25), new(10, 0), 120),
                    stage.Kawakami.Ref,
                    stage.Bot.Clock.Now,
                    Say("会場の都合", "The room is taken")
                )
        );
        await stage.Bot.SendDueAsync();
        Shown moved = Keep("remind-moved", ReceivedBy(stage.Kobayashi, "日程が変わりました", "Moved"));
        Keep("remind-moved-owner", ReceivedBy(stage.Sato, "日程が変わりました", "Moved"));
        Keep("remind-moved-answered", await stage.Kobayashi.PressAsync(moved, Say("欠席", "I cannot come")));
        Shown old = await CardForAsync(stage, stage.Kawakami, 12, 11, "あと", "10 business days");
        stage.Bot.Teams.Unreachable.Add(stage.Tanaka.Chat);
        stage.Bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 11), new(11, 0));
        await stage.ChangeAsync(stage.Kawakami, c => c.Cancelled(stage.Kawakami.Ref, stage.Bot.Clock.Now));
        await stage.Bot.SendDueAsync();
        Keep("remind-cancelled", ReceivedBy(stage.Kobayashi, "中止になりました", "Cancelled"));
        Keep("remind-outdated", await stage.Kawakami.ActAsync("reminder/show", old.RefreshData));
        await stage.Bot.GoToAsync(2026, 12, 11, 11, 10);
        Keep("remind-unreached", ReceivedBy(stage.Kawakami, "届かなかった方が", "1 person"));
        Shown record = Keep(
            "ledger-cancelled",
            await stage.Kawakami.ActAsync("council/ledger", new() { ["c"] = stage.Id.ToString() })
        );
        Keep("ledger-withdrawn", await stage.Kawakami.PressAsync(record, Say("取りやめ", "Withdrawn")));
        Player suzuki = await stage.Bot.EnterAsync(
            Say("鈴木 彩", "Aya Suzuki"),
            6,
            Role.Nurse,
            "chubu",
            locale: Locale
        );
        Keep("remind-refused", await suzuki.ActAsync("reminder/show", old.RefreshData));
    }

    private async Task AfterwardsAsync()
    {
        await using ReminderStage stage = await StageAsync(
            (council, stage) =>
                Full(council, stage) with
                {
                    Status = CouncilStatus.Held,
                    When = new(new(2026, 12, 3), new(14, 0), 120),
                    Minutes = Minutes.Empty with
                    {
                        Decisions =
                        [
                            Say("退院の連絡は3日前までにする", "Hospitals tell of a discharge three days ahead"),
                            Say("様式は一つにそろえる", "There will be one form"),
                        ],
                        Agreements =
                        [
                            new(
                                "a1",
                                Say("窓口を一本にする", "Name one contact"),
                                "p1",
                                Say("あおば市", "Aoba City"),
                                new(2026, 12, 15),
                                Set,
                                null
                            ),
                            new(
                                "a2",
                                Say("様式の案を出す", "Draft the form"),
                                "p2",
                                Say("東部医師会", "Medical association"),
                                new(2026, 12, 15),
                                Set,
                                null
                            ),
                        ],
                        NextDate = new(2027, 3, 5),
                        SharedAt = Set,
                    },
                }
        );
        await stage.Bot.SendDueAsync();
        Keep("remind-minutes", ReceivedBy(stage.Kobayashi, "会議の記録", "Minutes"));
        await stage.Bot.GoToAsync(2026, 12, 15, 9, 0);
        Keep("remind-agreement", stage.Kobayashi.Received[^1]);
        Keep("remind-agreement-other", stage.Kawakami.Received[^1]);
    }

    private async Task SettingsAsync()
    {
        await using ReminderStage stage = await StageAsync(null);
        Shown settings = Keep("settings", await stage.Kawakami.SayAsync(Say("通知の設定", "notification settings")));
        Keep(
            "settings-wrong",
            await stage.Kawakami.PressAsync(
                settings,
                Say("保存", "Save"),
                ("in_from", "19:00"),
                ("in_days", "6,0"),
                ("in_kinds", "ahead,task")
            )
        );
        Keep("lead", await stage.Kawakami.PressAsync(settings, Say("責任者を決める", "Name who is responsible")));
        Keep("lead-refused", await stage.Sato.SayAsync(Say("責任者を決める", "name who is responsible")));
    }

    private Task<ReminderStage> StageAsync(Func<Council, ReminderStage, Council>? with) =>
        ReminderStage.SetAsync(with, Locale, isJapanese);

    private Council Full(Council council, ReminderStage stage) =>
        council with
        {
            OnlineLink = "https://teams.example/join",
            Agenda = [new("管内の現状と課題（データから）", 30), new("目指す姿と解決の進め方の協議", 60)],
            Papers =
            [
                new("t1", Say("管内の課題の図", "Charts of the area"), "", "", IsReady: true),
                new("t2", Say("様式の案", "Draft form"), "", "", IsReady: false),
            ],
            Participants =
            [
                stage.Guest("p1", Say("あおば市", "Aoba City"), stage.Kobayashi.Ref.ObjectId),
                stage.Guest("p2", Say("東部医師会", "Medical association"), null) with
                {
                    Rsvp = Rsvp.Yes,
                },
                stage.Guest("p3", Say("東部保健所", "Eastern Health Centre"), stage.Tanaka.Ref.ObjectId) with
                {
                    Rsvp = Rsvp.Yes,
                },
                .. stage
                    .Bot.Templates.Find("area")!
                    .Participants.Select(
                        (p, n) =>
                            stage.Guest($"q{n}", Say(p.Sector.Name.Ja, p.Sector.Name.En), null) with
                            {
                                SectorCode = p.Sector.Code,
                            }
                    ),
            ],
            Sheet = new([Say("困っていること", "What is difficult")], new(2026, 12, 15), ["p1", "p2"], Set),
            SheetAnsweredBy = ["p2"],
            Tasks =
            [
                new("data", "課題が伝わる図や表を作る", 8, null, stage.Sato.Ref, Set, stage.Sato.Ref),
                new(
                    "inside",
                    "所内で資料と進め方を確かめ、目指す姿をそろえる",
                    7,
                    null,
                    stage.Sato.Ref,
                    Set,
                    stage.Sato.Ref
                ),
                new("chair", "座長と議事の運びを打ち合わせる", 5),
                new(
                    "review",
                    "会議そのものを振り返る問いを用意する",
                    4,
                    null,
                    stage.Tanaka.Ref,
                    Set,
                    stage.Kawakami.Ref
                ),
                new("roles", "司会・記録・受付を決める", 3),
                new("ready", "会場と接続を試し、資料と名札を並べる", 1),
            ],
        };

    /// <summary>Of what somebody got that morning, the card whose heading begins so: several may come at once, in any order.</summary>
    private async Task<Shown> CardForAsync(
        ReminderStage stage,
        Player player,
        int month,
        int day,
        string ja,
        string en
    ) =>
        (await stage.NewForAsync(player, month, day, 9, 0)).Single(c =>
            c.Text.StartsWith(Say(ja, en), StringComparison.Ordinal)
        );

    private Shown ReceivedBy(Player player, string ja, string en) =>
        player.Received.Last(r => r.Text.StartsWith(Say(ja, en), StringComparison.Ordinal));

    private Shown Keep(string name, Shown card)
    {
        Assert.NotNull(card.Card);
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }

    private string Say(string ja, string en) => isJapanese ? ja : en;
}

using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Tests.Features.Polls;
using Renkei.Bot.Tests.Play;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of date polls, made by people who press what leads to them.</summary>
internal sealed class PollGallery(bool isJapanese)
{
    private readonly List<(string Name, Shown Card)> cards = [];

    /// <summary>The cards by name, e.g. <c>board.ja</c>. What everybody of a conversation sees is Japanese in both.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        PollGallery gallery = new(isJapanese);
        await gallery.MakingAsync();
        await gallery.VotingAsync();
        await gallery.EndingAsync();
        await gallery.PlanAsync();
        return gallery.cards;
    }

    private async Task MakingAsync()
    {
        await using PollStage stage = await PollStage.SetAsync(isJapanese);
        Keep("list-empty", await stage.Kawakami.SayAsync(Say("日程の投票", "date polls")));
        Keep("list-guest", await stage.Kimura.SayAsync(Say("日程の投票", "date polls")));
        Keep("new", await stage.FormAsync());
        Keep("new-wrong", await stage.CheckAsync(("in_dates", Say("12/18 14:00\nあした", "12/18 14:00\nFriday"))));
        Keep("new-personal", await stage.CheckAsync(("in_phone", "090-1234-5678")));
        Shown check = Keep("check", await stage.CheckAsync());
        Keep("begun", await stage.Kawakami.PressAsync(check, Say("投票を始める", "Begin the poll")));
        Keep("refused", await stage.Kobayashi.ActAsync("poll/new", []));
    }

    private async Task VotingAsync()
    {
        await using PollStage stage = await PollStage.SetAsync(isJapanese);
        StoredPoll poll = await stage.BeginAsync();
        if (isJapanese)
        {
            Keep("board-new", stage.Board());
        }
        Keep("vote", await stage.Sato.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() }, inGroup: true));
        Keep("vote-personal", await stage.AnswerAsync(stage.Sato, poll, "○△×", "090-1234-5678"));
        Keep(
            "vote-done",
            await stage.AnswerAsync(
                stage.Sato,
                poll,
                "○△×",
                Say("21日は15時からなら行けます", "On the 21st only from 3 pm")
            )
        );
        Shown form = await stage.Kobayashi.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() });
        Keep("vote-missing", await stage.Kobayashi.PressAsync(form, Say("この内容で回答する", "Send my answer")));
        Keep("vote-receipt", await stage.Kobayashi.PressAsync(form, Say("すべて○で回答", "○ to all")));
        Shown page = Keep("page", await stage.Kawakami.ActAsync("poll/show", new() { ["q"] = poll.Id.ToString() }));
        Shown whose = Keep(
            "proxy",
            await stage.Kawakami.PressAsync(page, Say("電話の回答を入力", "Enter an answer by phone"))
        );
        Shown proxy = Keep(
            "proxy-form",
            await stage.Kawakami.PressAsync(
                whose,
                Say("選ぶ", "Choose"),
                ("in_w", poll.Poll.Voters.First(v => !VoterKeys.IsAccount(v.Key)).Key)
            )
        );
        Keep(
            "proxy-done",
            await stage.Kawakami.PressAsync(
                proxy,
                Say("この内容で入力する", "Enter this answer"),
                [.. poll.Poll.Candidates.Select(c => ($"in_m_{c.Key}", "y"))]
            )
        );
        await stage.Bot.ShowPollsAsync();
        if (isJapanese)
        {
            Keep("board", stage.Board());
        }
        Keep("list", await stage.Kimura.SayAsync(Say("日程の投票", "date polls")));
        Keep("list-organiser", await stage.Kawakami.SayAsync(Say("日程の投票", "date polls")));
        Player nurse = await stage.Bot.EnterAsync(
            Say("田中 浩", "Hiroshi Tanaka"),
            5,
            Domain.People.Role.Nurse,
            "tobu",
            locale: isJapanese ? "ja-JP" : "en-GB"
        );
        Keep("not-asked", await nurse.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() }));
        Keep("gone", await stage.Kimura.ActAsync("poll/show", new() { ["q"] = "tobu.none" }));
        int before = stage.Kobayashi.Received.Count;
        Shown change = Keep(
            "change",
            await stage.Kawakami.PressAsync(page, Say("締切・候補日を変える", "Change deadline or dates"))
        );
        Keep(
            "change-wrong",
            await stage.Kawakami.PressAsync(change, Say("締切を変える", "Set the deadline"), ("in_day", "2026-12-01"))
        );
        Keep(
            "prolonged",
            await stage.Kawakami.PressAsync(change, Say("締切を変える", "Set the deadline"), ("in_day", "2026-12-14"))
        );
        await stage.Kawakami.PressAsync(change, Say("候補日を足す", "Add dates"), ("in_dates", "12/23 9:30"));
        await stage.Bot.SendDueAsync();
        Keep("more", Assert.Single(stage.Kobayashi.Received.Skip(before)));
        await stage.Bot.GoToAsync(2026, 12, 11, 9, 0);
        Keep("nudge", stage.Kobayashi.Received[^1]);
        Keep("give-up", await stage.Kawakami.PressAsync(change, Say("投票を取りやめる", "Give the poll up")));
    }

    private async Task EndingAsync()
    {
        await using PollStage stage = await PollStage.SetAsync(isJapanese);
        StoredPoll poll = await stage.BeginAsync(("in_phone", ""), ("in_where", $"{PollStage.GroupId},each"));
        await stage.AnswerAsync(stage.Kawakami, poll, "○○△");
        await stage.AnswerAsync(stage.Sato, poll, "○○×");
        await stage.AnswerAsync(stage.Kobayashi, poll, "△△○");
        await stage.AnswerAsync(stage.Kimura, poll, "○○○");
        await stage.Bot.ShowPollsAsync();
        await stage.Bot.SendDueAsync();
        Shown result = Keep("result", stage.Kawakami.Received[^1]);
        Keep(
            "decided",
            await stage.Kawakami.PressAsync(
                result,
                Say("12/18(金) 14:00–16:00に決める", "Settle on Fri 18 Dec, 14:00–16:00")
            )
        );
        await stage.Bot.SendDueAsync();
        Keep("settled", stage.Kobayashi.Received[^1]);
        Keep("take-back", await stage.Kawakami.ActAsync("poll/change", new() { ["q"] = poll.Id.ToString() }));
    }

    private async Task PlanAsync()
    {
        await using PollStage stage = await PollStage.SetAsync(isJapanese);
        PlanId id = PlanId.Of("tobu", "m1");
        string doctors = Say("東部医師会", "Medical association");
        await stage.Bot.Plans.AddAsync(
            TestBot.Tenant,
            new()
            {
                Id = id,
                Title = Say("退院支援ルールの打合せ", "Meeting about discharge rules"),
                Organiser = stage.Kawakami.Ref,
                Minutes = 90,
                From = new(2026, 12, 14),
                To = new(2026, 12, 25),
                HoursFrom = new(9, 0),
                HoursTo = new(17, 15),
                NeededSectors = ["medical-association"],
                Asked =
                [
                    new(
                        stage.Sato.Ref.ObjectId,
                        stage.Sato.Name,
                        "",
                        "health-centre",
                        false,
                        stage.Sato.Ref.ObjectId,
                        null,
                        null,
                        0,
                        null
                    ),
                    new("p2", doctors, doctors, "medical-association", true, null, null, null, 0, "p2"),
                ],
            },
            CancellationToken.None
        );
        Shown form = Keep(
            "new-plan",
            await stage.Kawakami.ActAsync(
                "poll/new",
                new() { ["p"] = id.ToString(), ["in_d"] = "2026-12-18T14:00,2026-12-21T10:00" }
            )
        );
        Shown check = Keep(
            "check-plan",
            await stage.Kawakami.PressAsync(form, Say("次へ（まだ送りません）", "Next (nothing is sent yet)"))
        );
        Shown page = await stage.Kawakami.PressAsync(check, Say("投票を始める", "Begin the poll"));
        StoredPoll poll = await stage.PollAsync(page);
        Shown proxy = await stage.Kawakami.ActAsync(
            "poll/proxy",
            new() { ["q"] = poll.Id.ToString(), ["in_w"] = "p2" }
        );
        Keep(
            "page-quorum",
            await stage.Kawakami.PressAsync(
                proxy,
                Say("この内容で入力する", "Enter this answer"),
                ($"in_m_{poll.Poll.Candidates[0].Key}", "n"),
                ($"in_m_{poll.Poll.Candidates[1].Key}", "y")
            )
        );
    }

    private Shown Keep(string name, Shown card)
    {
        Assert.True(card.Card is not null, $"{name}: {card.Text}");
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }

    private string Say(string ja, string en) => isJapanese ? ja : en;
}

using System.Text.Json.Nodes;
using Renkei.Activities.Connector;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>東部 looks for a date in a group chat that a guest is in who never wrote to Renkei; today is Friday 4 December 2026, 09:00.</summary>
internal sealed class PollStage : IAsyncDisposable
{
    private const string DatesJa = "12/18 14:00-16:00\n12月21日 午後2時から4時\n2026-12-22 10:00";

    private readonly bool isJapanese;

    private PollStage(TestBot bot, bool isJapanese) => (Bot, this.isJapanese) = (bot, isJapanese);

    public TestBot Bot { get; }

    /// <summary>Coordinator of 東部; asks.</summary>
    public required Player Kawakami { get; init; }

    /// <summary>Nurse of 東部; asked.</summary>
    public required Player Sato { get; init; }

    /// <summary>Of あおば市; asked.</summary>
    public required Player Kobayashi { get; init; }

    /// <summary>In the group chat, but unknown to Renkei.</summary>
    public required Player Kimura { get; init; }

    public static async Task<PollStage> SetAsync(bool isJapanese = true)
    {
        TestBot bot = new();
        string locale = isJapanese ? "ja-JP" : "en-GB";
        string Say(string ja, string en) => isJapanese ? ja : en;
        PollStage stage = new(bot, isJapanese)
        {
            Kawakami = await bot.EnterAsync(
                Say("川上 由美", "Yumi Kawakami"),
                4,
                Role.Coordinator,
                "tobu",
                locale: locale
            ),
            Sato = await bot.EnterAsync(Say("佐藤 美咲", "Misaki Sato"), 3, Role.Nurse, "tobu", locale: locale),
            Kobayashi = await bot.EnterAsync(
                Say("小林 結衣", "Yui Kobayashi"),
                10,
                Role.MunicipalStaff,
                "tobu",
                "002020",
                locale
            ),
            Kimura = bot.Stranger(Say("木村 健", "Ken Kimura"), 30, locale),
        };
        bot.Teams.Rosters[Player.Group] =
        [
            MemberOf(stage.Kawakami),
            MemberOf(stage.Sato),
            MemberOf(stage.Kobayashi),
            MemberOf(stage.Kimura),
        ];
        return stage;
    }

    public static ConversationMember MemberOf(Player player) =>
        new($"29:{player.Ref.ObjectId}", player.Ref.ObjectId, player.Name, null, "user", TestBot.Tenant);

    public string Say(string ja, string en) => isJapanese ? ja : en;

    /// <summary>Where the group chat is, as the store of groups names it.</summary>
    public static string GroupId => Renkei.Bot.Groups.Group.IdOf(Player.Group);

    /// <summary>The form of a new poll, after the group chat got to know of Renkei.</summary>
    public async Task<Shown> FormAsync()
    {
        await Kawakami.SayAsync(Say("ヘルプ", "help"), inGroup: true);
        Shown list = await Kawakami.SayAsync(Say("日程の投票", "date polls"));
        return await Kawakami.PressAsync(list, Say("新しい投票", "New poll"));
    }

    /// <summary>The question before a poll of three dates begins, asked in the group chat and by phone.</summary>
    public async Task<Shown> CheckAsync(params (string Input, string Value)[] filled) =>
        await Kawakami.PressAsync(
            await FormAsync(),
            Say("次へ（まだ送りません）", "Next (nothing is sent yet)"),
            [
                ("in_title", Say("退院支援ルールの打合せ", "Meeting about discharge rules")),
                ("in_dates", Say(DatesJa, "12/18 14:00-16:00\n12/21 14:00-16:00\n2026-12-22 10:00")),
                ("in_where", GroupId),
                ("in_phone", Say("東部医師会 事務局長", "Medical association")),
                .. filled,
            ]
        );

    /// <summary>A poll that runs; its card is in the group chat.</summary>
    public async Task<StoredPoll> BeginAsync(params (string Input, string Value)[] filled)
    {
        Shown page = await Kawakami.PressAsync(await CheckAsync(filled), Say("投票を始める", "Begin the poll"));
        await Bot.SendDueAsync();
        return await PollAsync(page);
    }

    /// <summary>The poll a card is about.</summary>
    public Task<StoredPoll> PollAsync(Shown card) =>
        FindAsync(
            card.Card!["actions"]!.AsArray().Select(a => a!["data"]?["q"]).OfType<JsonValue>().First().ToString()
        );

    public async Task<StoredPoll> FindAsync(string id) =>
        (
            await Bot.Polls.FindAsync(
                TestBot.Tenant,
                PollId.TryParse(id, out PollId? poll) ? poll : throw new ArgumentException(id, nameof(id)),
                CancellationToken.None
            )
        )!;

    /// <summary>The card everybody sees in the group chat now.</summary>
    public Shown Board() =>
        Shown.Of(
            Bot.Teams.UpdatesIn(Player.Group) is [.., var (_, activity)] ? activity : Bot.Teams.SentTo(Player.Group)[^1]
        );

    /// <summary>Answers in the group chat: marks in the order of the dates, as ○△×.</summary>
    public async Task<Shown> AnswerAsync(Player who, StoredPoll poll, string marks, string comment = "")
    {
        Shown form = await who.ActAsync("poll/answer", new() { ["q"] = poll.Id.ToString() }, inGroup: true);
        (string, string)[] filled =
        [
            .. poll
                .Poll.Candidates.OrderBy(c => c.Slot.Start)
                .Zip(
                    marks,
                    (c, m) =>
                        (
                            $"in_m_{c.Key}",
                            m == '○' ? "y"
                            : m == '△' ? "m"
                            : "n"
                        )
                ),
            ("in_comment", comment),
        ];
        return await who.PressInAsync(form, Say("この内容で回答する", "Send my answer"), inGroup: true, filled);
    }

    public static DateTimeOffset At(int day, int hour, int minute = 0) =>
        TokyoTime.Instant(new(2026, 12, day), new(hour, minute));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Preparation;

/// <summary>Who may use the verbs of papers, tasks, sheets, the day and the minutes.</summary>
public sealed class MeetingAccessTests : CouncilStage
{
    public static readonly string[] Reading =
    [
        "tasks/list",
        "papers/list",
        "sheets/list",
        "sheets/compare",
        "sheets/read",
        "day/list",
        "minutes/list",
    ];

    public static readonly string[] Writing =
    [
        "tasks/done",
        "tasks/new",
        "tasks/edit",
        "tasks/save",
        "tasks/remove",
        "tasks/restore",
        "tasks/share",
        "tasks/give",
        "papers/ready",
        "papers/new",
        "papers/edit",
        "papers/save",
        "papers/remove",
        "papers/restore",
        "sheets/edit",
        "sheets/save",
        "sheets/send",
        "sheets/skip",
        "sheets/nudge",
        "day/agenda",
        "day/agenda-save",
        "day/all",
        "day/undo",
        "day/attendance",
        "day/attendance-save",
        "day/guest",
        "day/guest-save",
        "minutes/edit",
        "minutes/save",
        "minutes/review",
        "minutes/review-save",
        "minutes/share",
        "minutes/share-now",
        "minutes/close",
        "minutes/close-now",
        "minutes/reopen",
        "agree/new",
        "agree/edit",
        "agree/save",
        "agree/done",
        "agree/remove",
        "agree/restore",
        "effects/show",
        "effects/set",
        "effects/undo",
    ];

    public override async Task InitializeAsync()
    {
        await bot.ThemeAsync(await bot.SatoAsync());
        await council.AddAsync(theme: Domain.Themes.ThemeId.Of("tobu", 2026, "taiin"));
        bot.Clock.Now = new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero);
    }

    [Theory]
    [InlineData(Role.Nurse, "chubu")]
    [InlineData(Role.Coordinator, "chubu")]
    [InlineData(Role.MunicipalStaff, "tobu")]
    public async Task Verbs_OfAnotherCentreOrMunicipality_ShowAndChangeNothing(Role role, string centre)
    {
        Player other = await bot.EnterAsync("鈴木 彩", 6, role, centre, role == Role.MunicipalStaff ? "002020" : null);
        await ExpectNothingAsync(
            other,
            [.. Reading, .. Writing],
            "この会議は、準備している保健所と県本庁の方が見られます。"
        );
    }

    [Fact]
    public async Task Verbs_OfAnotherTenant_FindNothing()
    {
        Player other = await bot.EnterAsync("佐藤", 3, Role.Nurse, "tobu", tenant: TestBot.OtherTenant);

        await ExpectNothingAsync(other, [.. Reading, .. Writing], "この会議は見つかりませんでした。");
    }

    [Fact]
    public async Task WritingVerbs_OfHeadOffice_AreRefused()
    {
        Player takahashi = await bot.TakahashiAsync();

        await ExpectNothingAsync(takahashi, Writing, "変えられるのは、東部保健所の保健師と調整役の方です。");
        foreach (string verb in Reading)
        {
            Shown shown = await takahashi.ActAsync(verb, Filled());
            Assert.Contains("退院支援ルールの調整会議", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("変える", shown.Buttons);
        }
    }

    [Fact]
    public async Task WritingVerbs_InAGroup_LeadToThePersonalChat()
    {
        Player sato = await bot.SatoAsync();
        Council before = await council.NowAsync();

        foreach (string verb in Writing)
        {
            Shown shown = await sato.ActAsync(verb, Filled(), inGroup: true);
            Assert.Contains("個人チャットでお願いします", shown.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before.Revision, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task WritingVerbs_OfACancelledCouncil_ChangeNothing()
    {
        Player sato = await bot.SatoAsync();
        Council cancelled = await council.ChangeAsync(c => c.Cancelled(SampleCouncil.Kawakami, bot.Clock.Now));

        foreach (string verb in Writing)
        {
            await sato.ActAsync(verb, Filled());
            Assert.Equal((verb, cancelled.Revision), (verb, (await council.NowAsync()).Revision));
        }
    }

    private async Task ExpectNothingAsync(Player player, string[] verbs, string sentence)
    {
        Council before = await council.NowAsync();
        foreach (string verb in verbs)
        {
            Shown shown = await player.ActAsync(verb, Filled());
            Assert.Contains(sentence, shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("退院支援", shown.Text, StringComparison.Ordinal);
        }
        Assert.Equal(before.Revision, (await council.NowAsync()).Revision);
    }

    /// <summary>Data with which each verb would do something.</summary>
    private static JsonObject Filled() =>
        SampleCouncil.Data(
            ("t", "chair"),
            ("i", "t1"),
            ("d", true),
            ("n", false),
            ("p", "p1"),
            ("r", 1),
            ("in_tasks", "chair~-"),
            ("in_owner", TestBot.IdOf(3)),
            ("in_text", "変えた作業"),
            ("in_lead", 3),
            ("in_title", "変えた資料"),
            ("in_agenda", "10 変えた次第"),
            ("in_decisions", "変えた記録"),
            ("in_came", "p1")
        );
}

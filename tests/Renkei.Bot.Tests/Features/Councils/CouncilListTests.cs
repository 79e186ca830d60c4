using System.Globalization;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Councils;

public sealed class CouncilListTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SampleCouncil council;

    public CouncilListTests() => council = new(bot);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task List_SaysWhenHowReadyAndWhatIsMissingFirst()
    {
        await council.AddAsync();
        Player sato = await bot.SatoAsync();

        Shown list = await sato.SayAsync("会議準備");

        Assert.Contains("東部圏域 退院支援ルールの調整会議", list.Text, StringComparison.Ordinal);
        Assert.Contains("12/18(金) 14:00–16:00　あと10営業日", list.Text, StringComparison.Ordinal);
        Assert.Contains(
            "足りないもの：病院とケアマネジャーに、別々に困りごとを聞く 11/9(月)まで・すぎています",
            list.Text,
            StringComparison.Ordinal
        );
        Shown opened = await sato.PressAsync(list, "開く");
        Assert.Contains("準備する人：川上 由美", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfficeClosedUntilTheMeeting_CountsTheDaysInstead()
    {
        await council.AddAsync();
        // Saturday to Monday 21 March 2027, between them Sunday and the holiday itself: not one business day.
        await council.ChangeAsync(c => c with { When = new(new(2027, 3, 22), new(14, 0), 120) });
        bot.Clock.Now = new(2027, 3, 20, 0, 0, 0, TimeSpan.Zero);
        Player sato = await bot.SatoAsync();

        Shown list = await sato.SayAsync("会議準備");
        Shown opened = await sato.PressAsync(list, "開く");

        Assert.Contains("3/22(月) 14:00–16:00　あと2日", list.Text, StringComparison.Ordinal);
        Assert.Contains("2027年3月22日(月) 14:00–16:00　あと2日", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("あと0営業日", list.Text + opened.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(200)]
    public async Task List_WithPastCouncils_CostsOneReadAndOneRange(int past)
    {
        await council.AddAsync();
        await AddPastAsync(past);
        Player sato = await bot.SatoAsync();
        await sato.SayAsync("会議準備");
        bot.Table.Reset();

        Shown list = await sato.SayAsync("会議準備");

        Assert.Equal("1 finds, 1 queries, 0 commits", bot.Table.Counts);
        Assert.DoesNotContain("昔の会議", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_TwentyFive_AreReadTenAtATimeNewestFirst()
    {
        await AddPastAsync(25);
        Player sato = await bot.SatoAsync();

        Shown first = await sato.PressAsync(await sato.SayAsync("会議準備"), "終わった会議");
        Shown second = await sato.PressAsync(first, "前の10件");
        Shown third = await sato.PressAsync(second, "前の10件");

        Assert.Equal(["昔の会議024", "昔の会議015"], [Titles(first)[0], Titles(first)[9]]);
        Assert.Equal(["昔の会議014", "昔の会議005"], [Titles(second)[0], Titles(second)[9]]);
        Assert.Equal(["昔の会議004", "昔の会議000"], [Titles(third)[0], Titles(third)[4]]);
        Assert.DoesNotContain("前の10件", third.Buttons);
        Assert.Equal(Titles(second), Titles(await sato.PressAsync(third, "新しい10件")));
    }

    [Fact]
    public async Task List_ForMunicipalStaff_LeadsToTheInvitationWhereTheyAnswer()
    {
        await council.AddAsync();
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p with { InvitedAt = bot.Clock.Now })],
            }
        );
        Shown list = await kobayashi.SayAsync("会議準備");

        Shown invitation = await kobayashi.PressAsync(list, "返事をする");
        Shown answered = await kobayashi.PressAsync(invitation, "出席");

        Assert.Equal(["出席", "未定", "欠席"], invitation.Buttons);
        Assert.Contains("「出席」とうかがっています。", answered.Text, StringComparison.Ordinal);
        Assert.Equal(Rsvp.Yes, (await council.NowAsync()).Participants[0].Rsvp);
        Assert.Contains("返事を変える", (await kobayashi.SayAsync("会議準備")).Buttons);
    }

    [Fact]
    public async Task List_ForMunicipalStaff_ShowsWhatTheyAreInvitedToWithoutWhatIsMissing()
    {
        await council.AddAsync();
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Shown before = await kobayashi.SayAsync("会議準備");
        await council.ChangeAsync(c =>
            c with
            {
                Place = "東部保健所 大会議室",
                Participants =
                [
                    .. c.Participants.Select(p =>
                        p.Id == "p1" ? p with { InvitedAt = bot.Clock.Now, Rsvp = Rsvp.Yes } : p
                    ),
                ],
            }
        );

        Shown invited = await kobayashi.SayAsync("会議準備");

        Assert.DoesNotContain("退院支援", before.Text, StringComparison.Ordinal);
        Assert.Contains("あと10営業日｜東部保健所 大会議室", invited.Text, StringComparison.Ordinal);
        Assert.Contains("あなたの返事：出席", invited.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("足りないもの", invited.Text, StringComparison.Ordinal);
        Assert.Equal(["返事を変える", "段階チェックを見る"], invited.Buttons);
    }

    [Fact]
    public async Task List_ForHeadOffice_AsksForTheCentreFirst()
    {
        await council.AddAsync();
        Player takahashi = await bot.TakahashiAsync();

        Shown asked = await takahashi.SayAsync("会議準備");
        Shown list = await takahashi.PressAsync(asked, "開く", ("in_centre", "tobu"));

        Assert.Contains("会議準備（東部保健所）", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("会議を始める", list.Buttons);
        Shown opened = await takahashi.PressAsync(list, "開く");
        Assert.Contains("見るだけの画面です", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("中止する", opened.Buttons);
    }

    [Theory]
    [InlineData("chubu")]
    [InlineData("?")]
    [InlineData("")]
    public async Task List_OfAnotherCentre_IsRefused(string centre)
    {
        Player sato = await bot.SatoAsync();

        Shown refused = await sato.ActAsync("council/list", new() { ["c"] = centre });

        Assert.Contains("その保健所と県本庁の方が見られます", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_InAGroup_IsShortAndLeadsToThePersonalChat()
    {
        await council.AddAsync();
        Player sato = await bot.SatoAsync();

        Shown list = await sato.SayAsync("会議準備", inGroup: true);

        Assert.Contains("あと10営業日｜準備", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("足りないもの", list.Text, StringComparison.Ordinal);
        Assert.Empty(list.Buttons);
        Assert.Contains("個人チャットで開く", list.Text, StringComparison.Ordinal);
    }

    private async Task AddPastAsync(int count)
    {
        for (int n = 0; n < count; n++)
        {
            string number = n.ToString("D3", CultureInfo.InvariantCulture);
            Council past = Council.Begin(
                CouncilId.Of("tobu", $"past{number}"),
                bot.Templates.Find("discharge")!,
                $"昔の会議{number}",
                theme: null,
                new(2020, 1, 1),
                [SampleCouncil.Kawakami],
                SampleCouncil.Kawakami,
                bot.Clock.Now
            );
            await bot.Councils.AddAsync(
                TestBot.Tenant,
                past with
                {
                    Status = CouncilStatus.Held,
                    DateSetAt = new(2019, 11, 1, 0, 0, 0, TimeSpan.Zero),
                    When = new(new DateOnly(2020, 1, 6).AddDays(n * 7), new(14, 0), 90),
                },
                CancellationToken.None
            );
        }
    }

    private static string[] Titles(Shown card) =>
        [.. card.Text.Split('\n').Where(t => t.StartsWith("昔の会議", StringComparison.Ordinal)).Distinct()];
}

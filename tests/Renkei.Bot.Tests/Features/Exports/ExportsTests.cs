using System.Text;
using System.Text.Json.Nodes;
using Renkei.Activities.Files;
using Renkei.Bot.People;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Tests.Workbooks;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Exports;

public sealed class ExportsTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private ThemeId theme = null!;
    private Player sato = null!;

    public async Task InitializeAsync()
    {
        sato = await bot.SatoAsync();
        theme = await bot.ThemeAsync(sato);
        await AnswerAsync("a", 0, new(ItemStatus.Preparing, "", "=窓口は事務局長", null, null));
        bot.Clock.Now += TimeSpan.FromHours(1);
        await AnswerAsync(
            "b",
            1,
            new(
                ItemStatus.InProgress,
                "",
                "=窓口は事務局長",
                new(2026, 12, 1),
                new("市立病院へ説明", new(2026, 12, 18), sato.Ref)
            )
        );
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Theme_Accepted_IsUploadedInTheOrderOfTable1WithHistory()
    {
        Shown made = await sato.PressAsync(await sato.SayAsync("書き出し"), "ファイルを作る");

        Assert.Contains("ファイルを用意しました", made.Text, StringComparison.Ordinal);
        Assert.Equal("退院支援ルールづくり_段階チェック_20261204.xlsx", sato.Offers[0].Name);
        JsonNode offer = JsonNode.Parse(Assert.Single(sato.Offers).Content.Span)!;
        Assert.Empty(bot.Uploads.Files);
        Shown saved = (await sato.AnswerFileAsync(accept: true))!;

        Assert.Contains("ファイルを保存しました", saved.Text, StringComparison.Ordinal);
        (UploadTarget target, byte[] bytes) = Assert.Single(bot.Uploads.Files);
        Assert.Equal("https://hikari-my.sharepoint.com/_api/upload?guid=1", target.UploadUrl);
        Assert.InRange(offer["sizeInBytes"]!.GetValue<int>(), bytes.Length - 64, bytes.Length + 64);
        var sheets = ReadWorkbook.Of(bytes);
        Assert.Equal(["段階チェック", "履歴", "このファイルについて"], sheets.Select(s => s.Name));
        IReadOnlyList<string[]> lines = sheets[0].Rows;
        Assert.Equal(36, lines.Count);
        Assert.Equal(Enumerable.Range(1, 35).Select(n => $"表1-{n}"), lines.Skip(1).Select(r => r[2]));
        Assert.Equal(
            ["実施中", "=窓口は事務局長", "", "46357", "市立病院へ説明", "46374", "佐藤 美咲", "佐藤 美咲"],
            lines[8][4..12]
        );
        Assert.Equal("未着手", lines[9][4]);
        IReadOnlyList<string[]> history = sheets[1].Rows;
        Assert.Equal(["実施中", "準備中"], history.Skip(1).Select(r => r[4]));
        Assert.All(history.Skip(1), r => Assert.Equal(("佐藤 美咲", "表1-8"), (r[1], r[2])));
        Assert.Contains(sheets[2].Rows, r => r is ["取り組み", "退院支援ルールづくり"]);
    }

    [Fact]
    public async Task Accept_AfterAnotherAnswer_HasWhatStandsThen()
    {
        await MakeAsync(sato);
        await AnswerAsync("c", 2, new(ItemStatus.Established, "", "変わった", null, null));

        await sato.AnswerFileAsync(accept: true);

        string[] line = ReadWorkbook.Of(bot.Uploads.Files[0].Bytes)[0].Rows[8];
        Assert.Equal(["定着", "変わった"], line[4..6]);
    }

    [Fact]
    public async Task Accept_ManyTimes_UploadsOnce()
    {
        await MakeAsync(sato);

        Shown?[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sato.AnswerFileAsync(accept: true)));
        await sato.AnswerFileAsync(accept: true);

        Assert.Equal(8, answers.Length);
        Assert.Single(bot.Uploads.Files);
        Assert.Single(
            bot.Teams.SentTo(sato.Chat),
            a => a.Attachments is [{ ContentType: "application/vnd.microsoft.teams.card.file.info" }]
        );
    }

    [Fact]
    public async Task Make_PressedTwice_OffersOnce_AndLaterAgain()
    {
        Shown ask = await sato.SayAsync("書き出し");
        await sato.PressAsync(ask, "ファイルを作る");
        Shown again = await sato.PressAsync(ask, "ファイルを作る");
        Assert.Contains("ファイルを用意しました", again.Text, StringComparison.Ordinal);
        Assert.Single(sato.Offers);

        bot.Clock.Now += TimeSpan.FromMinutes(3);
        await sato.PressAsync(ask, "ファイルを作る");

        Assert.Equal(2, sato.Offers.Count);
    }

    [Fact]
    public async Task Make_TeamsRefusesTheOffer_SaysSoAndCanBePressedAgain()
    {
        Shown ask = await sato.SayAsync("書き出し");
        bot.Teams.Unreachable.Add(sato.Chat);
        Shown failed = await sato.PressAsync(ask, "ファイルを作る");
        Assert.Contains("ファイルを届けられませんでした", failed.Text, StringComparison.Ordinal);
        bot.Teams.Unreachable.Clear();

        await sato.PressAsync(ask, "ファイルを作る");

        Assert.Single(sato.Offers);
    }

    [Fact]
    public async Task Decline_IsSaid_AndTheFileCanBeMadeAgain()
    {
        await MakeAsync(sato);

        Shown declined = (await sato.AnswerFileAsync(accept: false))!;

        Assert.Contains("ファイルは保存していません", declined.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Uploads.Files);
        await sato.PressAsync(declined, "もう一度用意する");
        Assert.Equal(2, sato.Offers.Count);
        await sato.AnswerFileAsync(accept: true);
        Assert.Single(bot.Uploads.Files);
    }

    [Theory]
    [InlineData(UploadFault.Busy, "OneDrive が混み合っている")]
    [InlineData(UploadFault.Expired, "受け取りの手続きが切れました")]
    [InlineData(UploadFault.Refused, "空き容量")]
    [InlineData(UploadFault.UntrustedHost, "Microsoft の OneDrive ではない")]
    public async Task Accept_UploadFails_SaysWhyAndTheSameOfferWorksLater(UploadFault fault, string why)
    {
        await MakeAsync(sato);
        bot.Uploads.Fault = fault;

        Shown failed = (await sato.AnswerFileAsync(accept: true))!;

        Assert.Contains(why, failed.Text, StringComparison.Ordinal);
        Assert.Contains("もう一度用意する", failed.Buttons);
        bot.Uploads.Fault = null;
        await sato.AnswerFileAsync(accept: true);
        Assert.Single(bot.Uploads.Files);
    }

    [Fact]
    public async Task Accept_RightLostMeanwhile_UploadsNothing()
    {
        await MakeAsync(sato);
        PersonRecord record = (await sato.RecordAsync())!;
        await bot.People.TryReplaceAsync(
            record,
            record with
            {
                Person = record.Person! with { CentreCode = "chubu" },
            },
            CancellationToken.None
        );

        Shown refused = (await sato.AnswerFileAsync(accept: true))!;

        Assert.Contains("この取り組みを見られるのは", refused.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Uploads.Files);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"f":"theme~tobu.2026.taiin~xlsx"}""")]
    [InlineData("""{"f":"theme~tobu.2026.taiin~xlsx","o":"../../../../../.."}""")]
    [InlineData("""{"f":"theme~../secret~xlsx","o":"0123456789abcdef"}""")]
    [InlineData("""{"f":"other~tobu","o":"0123456789abcdef"}""")]
    [InlineData("""{"f":"theme~chubu.2026.taiin~xlsx","o":"0123456789abcdef"}""")]
    [InlineData("""{"f":1,"o":[]}""")]
    [InlineData("""[]""")]
    public async Task Accept_ForgedContext_UploadsNothingAndSaysSo(string context)
    {
        await MakeAsync(sato);

        Shown? answer = await sato.AnswerFileAsync(sato.Offers[0], accept: true, JsonNode.Parse(context));

        Assert.Empty(bot.Uploads.Files);
        Assert.NotNull(answer?.Card);
    }

    [Fact]
    public async Task Accept_SomebodyElsesOffer_IsJudgedByTheirOwnRights()
    {
        await MakeAsync(sato);
        Player suzuki = await bot.SuzukiAsync();
        Player stranger = bot.Stranger("だれか", 77);

        Shown refused = (await suzuki.AnswerFileAsync(sato.Offers[0], accept: true))!;
        Shown asked = (await stranger.AnswerFileAsync(sato.Offers[0], accept: true))!;

        Assert.Contains("この取り組みを見られるのは", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("保存しました", asked.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Uploads.Files);
    }

    [Fact]
    public async Task Export_InAGroup_LeadsToThePersonalChat()
    {
        Shown refused = await sato.SayAsync("書き出し", inGroup: true);
        Shown made = await sato.ActAsync("exports/make", new() { ["in_what"] = $"theme~{theme}" }, inGroup: true);

        Assert.Contains("グループやチャネルでファイルを渡せません", refused.Text, StringComparison.Ordinal);
        Assert.Contains("teams.microsoft.com/l/chat", refused.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("グループやチャネルでファイルを渡せません", made.Text, StringComparison.Ordinal);
        Assert.Empty(sato.Offers);
    }

    [Fact]
    public async Task Theme_HeadOffice_GetsStatesWithoutNotesAndHistory()
    {
        Player takahashi = await bot.TakahashiAsync();
        Shown ask = await takahashi.PressAsync(await takahashi.SayAsync("書き出し"), "開く", ("in_centre", "tobu"));
        await takahashi.PressAsync(ask, "ファイルを作る");

        await takahashi.AnswerFileAsync(accept: true);

        var sheets = ReadWorkbook.Of(bot.Uploads.Files[0].Bytes);
        Assert.Equal(["段階チェック", "このファイルについて"], sheets.Select(s => s.Name));
        Assert.Equal(["段階", "役割", "番号", "取り組み", "状態", "記録した人", "記録した日時"], sheets[0].Rows[0]);
        Assert.Equal("実施中", sheets[0].Rows[8][4]);
        Assert.DoesNotContain(
            sheets.SelectMany(s => s.Rows).SelectMany(r => r),
            c => c.Contains("事務局長", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Municipality_GetsItsOwnThemesAndWhatItIsInvitedTo()
    {
        SampleCouncil council = new(bot);
        await council.AddAsync();
        await council.ChangeAsync(c => c with { Id = c.Id, Purpose = "内々の目的" });
        Player aoba = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Player other = await bot.EnterAsync("村上 亮", 12, Role.MunicipalStaff, "tobu", "003035");
        Shown own = await aoba.SayAsync("書き出し");
        Shown none = await other.SayAsync("書き出し");
        Assert.Equal(
            [
                "段階チェック：退院支援ルールづくり",
                "招かれた会議と自分の作業",
                "まとめ：2026年11月30日(月)–12月6日(日)",
            ],
            own.Choices("in_what")
        );
        Assert.Equal(own.Choices("in_what").Skip(1), none.Choices("in_what"));

        Shown forged = await other.ActAsync(
            "exports/make",
            new()
            {
                ["in_what"] = $"theme~{theme}",
                ["in_form"] = "xlsx",
                ["k"] = "1",
            }
        );
        Assert.Contains("この取り組みを見られるのは", forged.Text, StringComparison.Ordinal);
        Assert.Empty(other.Offers);

        await aoba.PressAsync(own, "ファイルを作る", ("in_what", "councils~tobu"));
        await aoba.AnswerFileAsync(accept: true);
        Assert.Single(ReadWorkbook.Of(bot.Uploads.Files[0].Bytes)[0].Rows);

        await council.ChangeAsync(c =>
            c with
            {
                Participants = [.. c.Participants.Select(p => p.Id == "p1" ? p with { InvitedAt = bot.Clock.Now } : p)],
                Tasks = [.. c.Tasks.Select(t => t.Id == "date" ? t with { Owner = aoba.Ref } : t)],
            }
        );
        await aoba.AnswerFileAsync(accept: true);
        Assert.Single(bot.Uploads.Files);
        bot.Clock.Now += TimeSpan.FromMinutes(5);
        await aoba.PressAsync(own, "ファイルを作る", ("in_what", "councils~tobu"));
        await aoba.AnswerFileAsync(accept: true);
        var sheets = ReadWorkbook.Of(bot.Uploads.Files[1].Bytes);
        Assert.Equal(["会議", "作業", "このファイルについて"], sheets.Select(s => s.Name));
        Assert.Equal(["東部圏域 退院支援ルールの調整会議"], sheets[0].Rows.Skip(1).Select(r => r[0]));
        Assert.Equal(2, sheets[1].Rows.Count);
        Assert.DoesNotContain(
            sheets.SelectMany(s => s.Rows).SelectMany(r => r),
            c => c.Contains("内々の目的", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Centre_OfSomebodyElse_IsRefusedWhateverTheCardSays()
    {
        foreach (string what in (string[])["councils~chubu", "tasks~chubu"])
        {
            Shown refused = await sato.ActAsync("exports/make", new() { ["in_what"] = what, ["in_form"] = "xlsx" });
            Assert.Contains("書き出せるのは", refused.Text, StringComparison.Ordinal);
        }
        Shown asked = await sato.ActAsync("exports/ask", new() { ["c"] = "chubu" });
        Assert.Contains("書き出せるのは", asked.Text, StringComparison.Ordinal);
        Assert.Empty(sato.Offers);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("nothing", "xlsx")]
    [InlineData("theme", "xlsx")]
    [InlineData("ics~tobu.taiin1~all", "xlsx")]
    [InlineData("theme~tobu.2026.taiin", "pdf")]
    [InlineData("theme~tobu.2026.taiin", null)]
    public async Task Make_NothingThatCanBe_ComesBackWithTheReason(string? what, string? form)
    {
        Shown card = await sato.ActAsync("exports/make", new() { ["in_what"] = what, ["in_form"] = form });

        Assert.Contains("選んでください", card.Text, StringComparison.Ordinal);
        Assert.Contains("ファイルを作る", card.Buttons);
        Assert.Empty(sato.Offers);
    }

    [Fact]
    public async Task Councils_Workbook_HasMeetingsTasksAndAgreements()
    {
        SampleCouncil council = new(bot);
        await council.AddAsync();
        await council.ChangeAsync(c =>
            c with
            {
                Tasks = [.. c.Tasks.Select(t => t.Id == "purpose" ? t with { Owner = sato.Ref } : t)],
                Minutes = c.Minutes with
                {
                    Agreements =
                    [
                        new("a1", "様式をそろえる", null, "東部医師会", new(2026, 11, 30), bot.Clock.Now, null),
                    ],
                },
            }
        );

        await sato.PressAsync(await sato.SayAsync("書き出し"), "ファイルを作る", ("in_what", "councils~tobu"));
        await sato.AnswerFileAsync(accept: true);

        var sheets = ReadWorkbook.Of(bot.Uploads.Files[0].Bytes);
        Assert.Equal(["会議", "作業", "合意", "このファイルについて"], sheets.Select(s => s.Name));
        string[] meeting = sheets[0].Rows[1];
        Assert.Equal("東部圏域 退院支援ルールの調整会議", meeting[0]);
        Assert.Equal(("準備中", "46374"), (meeting[2], meeting[3]));
        Assert.Equal(["5", "0", "0", "0", "5"], meeting[11..16]);
        Assert.Equal(17, sheets[1].Rows.Count);
        Assert.Equal("済み", sheets[1].Rows[^1][5]);
        Assert.Equal(["様式をそろえる", "東部医師会", "46356", "期限切れ"], sheets[2].Rows[1][2..6]);
    }

    [Fact]
    public async Task Csv_Accepted_IsTheFirstTableAsExcelReadsIt()
    {
        await sato.PressAsync(await sato.SayAsync("CSV"), "ファイルを作る", ("in_form", "csv"));
        await sato.AnswerFileAsync(accept: true);

        (UploadTarget target, byte[] bytes) = Assert.Single(bot.Uploads.Files);
        Assert.Equal("退院支援ルールづくり_段階チェック_20261204.csv", target.Name);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Equal(37, lines.Length);
        Assert.Contains(
            ",実施中,'=窓口は事務局長,,2026/12/01,市立病院へ説明,2026/12/18,",
            lines[8],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Theme_Page_LeadsToItsExport()
    {
        Shown page = await sato.ActAsync("themes/show", new() { ["t"] = theme.ToString() });

        Shown ask = await sato.PressAsync(page, "書き出し");

        Assert.Equal($"theme~{theme}", ask.Inputs["in_what"]);
    }

    [Fact]
    public async Task Make_Theme_CostsTwoRangesAndOneCommit()
    {
        Shown ask = await sato.SayAsync("書き出し");
        bot.Table.Reset();

        await sato.PressAsync(ask, "ファイルを作る");

        Assert.Equal("3 finds, 2 queries, 1 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task Accept_StoreAway_SaysSoAndWorksLater()
    {
        await MakeAsync(sato);
        bot.Table.IsAway = true;
        Shown failed = (await sato.AnswerFileAsync(accept: true))!;
        Assert.Contains("記録の置き場につながりません", failed.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Uploads.Files);
        bot.Table.IsAway = false;

        await sato.AnswerFileAsync(accept: true);

        Assert.Single(bot.Uploads.Files);
    }

    private static async Task MakeAsync(Player person) =>
        await person.PressAsync(await person.SayAsync("書き出し"), "ファイルを作る");

    private async Task AnswerAsync(string save, int seen, Answer answer) =>
        Assert.NotNull(
            await bot.Checklist.SaveAsync(
                new(
                    (await sato.RecordAsync())!.Person!,
                    theme,
                    [new(ItemId.National(8), seen, answer)],
                    new(theme, 4, null),
                    save
                ),
                CancellationToken.None
            )
        );
}

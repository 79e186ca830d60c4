using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Tests.Features.Requests;

public sealed class ForgedRequestDataTests
{
    private static readonly string[] Verbs =
    [
        "request/take",
        "request/write",
        "request/say",
        "request/thank",
        "request/withdraw",
        "request/withdraw-do",
        "request/thread",
        "request/show",
    ];

    [Fact]
    public async Task AnotherCentre_EveryVerb_SeesAndChangesNothing()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();
        Player mori = await stage.Bot.EnterAsync("森 大輔", 8, Role.Coordinator, "chubu");
        Player town = await stage.Bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

        foreach (Player player in (Player[])[stage.Suzuki, mori, town])
        {
            foreach (string verb in Verbs)
            {
                foreach (string kind in Enum.GetNames<RequestStepKind>())
                {
                    Shown shown = await player.ActAsync(verb, Data(id, kind));
                    Assert.DoesNotContain("様式", shown.Text, StringComparison.Ordinal);
                }
            }
        }
        Assert.Equal(1, (await stage.ReadAsync(id)).Revision);
    }

    [Fact]
    public async Task AnotherTenant_SameId_FindsNothing()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();
        Player other = await stage.Bot.EnterAsync("他県の本庁", 1, Role.HeadOffice, null, tenant: TestBot.OtherTenant);

        Shown shown = await other.ActAsync("request/show", Data(id, ""));
        Shown list = await other.SayAsync("相談の一覧");

        Assert.DoesNotContain("様式", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("様式", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request/take", "")]
    [InlineData("request/say", "Answered")]
    [InlineData("request/say", "AskedBack")]
    public async Task Centre_StepsOfHeadOffice_AreRefused(string verb, string kind)
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();

        Shown shown = await stage.Sato.ActAsync(verb, Data(id, kind));

        Assert.Contains("この操作は県本庁の方ができます。", shown.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await stage.ReadAsync(id)).Revision);
    }

    [Theory]
    [InlineData("request/thank", "")]
    [InlineData("request/withdraw-do", "")]
    [InlineData("request/say", "Replied")]
    public async Task HeadOffice_StepsOfTheCentre_AreRefused(string verb, string kind)
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();

        await stage.Takahashi.ActAsync(verb, Data(id, kind));

        Assert.Equal(1, (await stage.ReadAsync(id)).Revision);
    }

    [Fact]
    public async Task Administrator_ReadsButTakesNoStep()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();
        Player admin = await stage.Bot.EnterAsync("管理 一郎", 9, Role.Administrator, null);

        Shown shown = await admin.ActAsync("request/show", Data(id, ""));
        foreach (string kind in Enum.GetNames<RequestStepKind>())
        {
            await admin.ActAsync("request/say", Data(id, kind));
        }
        await admin.ActAsync("request/take", Data(id, ""));

        Assert.Contains("様式", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("回答する", shown.Buttons);
        Assert.Contains("相談の一覧", shown.Buttons);
        Assert.Equal(1, (await stage.ReadAsync(id)).Revision);
    }

    [Theory]
    [InlineData("Taken")]
    [InlineData("Thanked")]
    [InlineData("Withdrawn")]
    [InlineData("17")]
    [InlineData("no such kind")]
    public async Task Say_KindWithoutAForm_TakesNoStep(string kind)
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();

        await stage.Takahashi.ActAsync("request/say", Data(id, kind));

        Assert.Equal(1, (await stage.ReadAsync(id)).Revision);
    }

    [Theory]
    [InlineData("x", 7)]
    [InlineData("x", "00.tobu.~~")]
    [InlineData("x", "99.nowhere.abc")]
    [InlineData("v", "not a number")]
    [InlineData("k", 3)]
    [InlineData("n", -50)]
    [InlineData("n", 2147483647)]
    public async Task AnyVerb_ForgedValue_IsNoFault(string name, object value)
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();
        JsonObject data = Data(id, "Answered");
        data[name] = JsonValue.Create(value);

        foreach (string verb in Verbs)
        {
            Assert.NotEqual(500, (await stage.Takahashi.ActAsync(verb, data)).Status);
        }
        Assert.NotEqual(500, (await stage.Takahashi.ActAsync("request/list", data)).Status);
    }

    [Fact]
    public async Task Send_ForgedContext_NamesNothingThePersonMayNotSee()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        JsonObject data = new()
        {
            ["t"] = stage.Theme.ToString(),
            ["i"] = "no such line",
            ["k"] = "k",
            ["title"] = "題",
            ["text"] = "",
        };

        await stage.Suzuki.ActAsync("request/send", data);

        SupportRequest request = await stage.ReadAsync(Assert.Single(await stage.OpenLinesAsync()).Id);
        Assert.Equal(RequestContext.None, request.Context);
        Assert.Equal("chubu", request.Id.CentreCode);
    }

    [Fact]
    public async Task Send_TooLongOrEmpty_ComesBackFilledInAndStoresNothing()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();

        Shown empty = await stage.Sato.ActAsync("request/send", new() { ["title"] = "", ["text"] = "本文" });
        Shown huge = await stage.Sato.ActAsync(
            "request/send",
            new() { ["title"] = "題", ["text"] = new string('長', 5_000) }
        );

        Assert.Equal("本文", empty.Inputs["in_text"]);
        Assert.Equal(1000, huge.Inputs["in_text"]!.Length);
        Assert.Empty(await stage.OpenLinesAsync());
    }

    [Fact]
    public async Task Send_PersonalDataWithoutTheQuestion_IsAskedAbout()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();

        Shown shown = await stage.Sato.ActAsync(
            "request/send",
            new() { ["title"] = "電話 090-1234-5678", ["text"] = "" }
        );

        Assert.Contains("個人が分かりそうな内容があります", shown.Text, StringComparison.Ordinal);
        Assert.Empty(await stage.OpenLinesAsync());
    }

    [Fact]
    public async Task Send_HeadOfficeOrMunicipality_IsRefused()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        Player town = await stage.Bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

        foreach (Player player in (Player[])[stage.Takahashi, town])
        {
            await player.ActAsync("request/send", new() { ["title"] = "題", ["text"] = "" });
        }

        Assert.Empty(await stage.OpenLinesAsync());
    }

    [Fact]
    public async Task Desk_AnybodyElse_CannotChooseOrStopIt()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.Sato.ActAsync("request/desk", new() { ["p"] = "00" }, inGroup: true);
        Assert.Null(await stage.Bot.Requests.DeskAsync(TestBot.Tenant, "00", CancellationToken.None));

        await stage.MakeDeskAsync();
        await stage.Sato.ActAsync("request/desk-stop-do", new() { ["p"] = "00" }, inGroup: true);

        Assert.NotNull(await stage.Bot.Requests.DeskAsync(TestBot.Tenant, "00", CancellationToken.None));
    }

    private static JsonObject Data(RequestId id, string kind) =>
        new()
        {
            ["x"] = id.ToString(),
            ["v"] = 1,
            ["k"] = kind,
            ["in_text"] = "文",
        };
}

using System.Text.Json.Nodes;
using Renkei.Bot.People;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features;

/// <summary>Card data is the client's: whatever it holds, nothing breaks and nothing foreign is written.</summary>
public sealed class ForgedDataTests : IAsyncLifetime
{
    private static readonly string[] Verbs =
    [
        "command/run",
        "join/role",
        "join/place",
        "join/done",
        "join/again",
        "confirm/decide",
        "themes/list",
        "themes/show",
        "themes/create",
        "themes/edit",
        "themes/update",
        "walk/open",
        "walk/go",
        "walk/undo",
        "walk/decide",
    ];

    private static readonly string[] Names =
    [
        .. "t g r k u to ok mine p at d c y v role prefecture in_role in_prefecture in_centre in_municipality".Split(
            ' '
        ),
        .. "in_field in_name in_towns in_members in_group in_s_08 in_r_08 in_n_08 in_d_08 in_x_08 in_u_08".Split(' '),
        .. "in_w_08 in_s_01 in_c_08 in_c_01".Split(' '),
    ];

    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Data_OfAnyKind_NeverThrowsAndNeverWrites()
    {
        Player sato = await bot.SatoAsync();
        await bot.ThemeAsync(sato);
        Random dice = new(20261204);
        bot.Table.Reset();

        foreach (string verb in Verbs)
        {
            for (int n = 0; n < 150; n++)
            {
                JsonObject data = Data(dice, theme: null);
                Shown shown = await sato.ActAsync(verb, data);
                Assert.True(shown.Status is 200 or 400 or 403, $"{verb} {data.ToJsonString()}: {shown.Text}");
                Assert.True(bot.Table.Commits == 0, $"{verb} wrote for {data.ToJsonString()}");
            }
        }
    }

    [Fact]
    public async Task Data_OfAnyKindForOnesOwnTheme_NeverThrowsAndKeepsPersonAndTheme()
    {
        Player sato = await bot.SatoAsync();
        ThemeId id = await bot.ThemeAsync(sato);
        Theme theme = (await bot.Themes.FindAsync(TestBot.Tenant, id, CancellationToken.None))!.Theme;
        PersonRecord record = (await sato.RecordAsync())!;
        Random dice = new(4);

        foreach (string verb in Verbs.Where(v => v.StartsWith("walk", StringComparison.Ordinal)))
        {
            for (int n = 0; n < 150; n++)
            {
                JsonObject data = Data(dice, id.ToString());
                Shown shown = await sato.ActAsync(verb, data);
                Assert.True(shown.Status is 200 or 400 or 403, $"{verb} {data.ToJsonString()}: {shown.Text}");
                Assert.True(shown.Json.Length < 28 * 1024, $"{verb} {data.ToJsonString()}: {shown.Json.Length} bytes");
            }
        }

        Theme after = (await bot.Themes.FindAsync(TestBot.Tenant, id, CancellationToken.None))!.Theme;
        Assert.Equal((theme.Name, theme.FieldCode), (after.Name, after.FieldCode));
        Assert.Equal(theme.Members, after.Members);
        Assert.Equal(record, await sato.RecordAsync());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task Data_NoObject_IsRefusedOrIgnored(string data)
    {
        Player sato = await bot.SatoAsync();
        JsonObject activity = sato.Activity("invoke", inGroup: false);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = JsonNode.Parse(
            $$"""{"action":{"type":"Action.Execute","verb":"walk/go","data":{{data}}},"trigger":"manual"}"""
        );
        bot.Table.Reset();

        Shown shown = Shown.Of(await sato.DispatchAsync(activity));

        Assert.True(shown.Status is 200 or 400, shown.Text);
        Assert.Equal(0, bot.Table.Commits);
    }

    private static JsonObject Data(Random dice, string? theme)
    {
        JsonObject data = [];
        foreach (string name in Names.Where(_ => dice.Next(2) == 0))
        {
            data[name] = Value(dice);
        }
        if (theme is not null)
        {
            data["t"] = theme;
            data["g"] = dice.Next(0, 14);
        }
        return data;
    }

    private static JsonNode? Value(Random dice) =>
        dice.Next(9) switch
        {
            0 => null,
            1 => JsonValue.Create(dice.Next(2) == 0),
            2 => JsonValue.Create(dice.NextDouble() * 1e300),
            3 => JsonValue.Create(dice.Next(-5, 1_000_000)),
            4 => JsonNode.Parse("""[{"i":"08","r":1,"s":"e"},{"i":null},7,"x",null,{"i":"01","d":"never"}]"""),
            5 => JsonNode.Parse("""[{"i":"08","r":3,"s":"x","re":" ","n":null},{"i":"09","s":"p","x":"次","w":"?"}]"""),
            6 => JsonNode.Parse("""{"verb":"walk/go","t":{"t":[]}}"""),
            7 => JsonValue.Create(new string('漢', dice.Next(0, 3000))),
            _ => JsonValue.Create(
                dice.GetItems(
                    [
                        "",
                        " ",
                        "n",
                        "e",
                        "x",
                        "-",
                        "mine",
                        "keep",
                        "remove",
                        "history:08",
                        "history:",
                        "overview",
                        "stop",
                        "next",
                        "2026-12-04",
                        "9999-12-31",
                        "08:1 09:-1 x:99999999999",
                        "tobu.2025.taiin",
                        "chubu.2026.a",
                        "../%2e%2e",
                        "a/b\\c#d?e",
                        "\0\u0001\uFFFF",
                        "090-1234-5678",
                        "00000000-0000-4000-a000-000000000003",
                        "99999999999999999999",
                        "**bold** [x](https://example.org) <at>all</at>",
                    ],
                    1
                )[0]
            ),
        };
}

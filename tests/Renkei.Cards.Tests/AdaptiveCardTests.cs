using System.Text;
using System.Text.Json;

namespace Renkei.Cards.Tests;

public sealed class AdaptiveCardTests
{
    [Fact]
    public void Card_Everything_IsWritten() =>
        Json.Equal(
            """
            {"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"en",
             "speak":"s","fallbackText":"f",
             "msteams":{"width":"Full","entities":[
               {"type":"mention","text":"<at>田中</at>","mentioned":{"id":"29:1","name":"田中"}}]},
             "refresh":{"action":{"type":"Action.Execute","title":"Refresh","verb":"v","data":{"a":1}},"userIds":["29:1"]},
             "body":[{"type":"TextBlock","text":"<at>田中</at>","wrap":true,"style":"heading"}],
             "actions":[{"type":"Action.OpenUrl","title":"Open","url":"https://example.jp/"}]}
            """,
            Json.Of(
                new AdaptiveCard
                {
                    Lang = "en",
                    Speak = "s",
                    FallbackText = "f",
                    Body = [new TextBlock("<at>田中</at>") { IsHeading = true }],
                    Actions = [new OpenUrlAction("Open", new Uri("https://example.jp"))],
                    Refresh = new(new ExecuteAction("Refresh", "v", ActionData.Of(("a", 1))), ["29:1"]),
                    Mentions = [new("29:1", "田中")],
                }
            )
        );

    [Fact]
    public void Card_WithoutFallbackText_ReadsItself() =>
        Assert.Equal("見本\n行1", Json.Of(Samples.Card(new TextBlock("行1"))).GetProperty("fallbackText").GetString());

    [Fact]
    public void Refresh_ForEverybody_NamesNobody() =>
        Assert.False(
            Json.Of(Samples.Card() with { Refresh = new(new ExecuteAction("更新", "v")) })
                .GetProperty("refresh")
                .TryGetProperty("userIds", out _)
        );

    [Fact]
    public void Refresh_MenuOnly_HasEmptyList() =>
        Assert.Equal(
            0,
            Json.Of(Samples.Card() with { Refresh = new(new ExecuteAction("更新", "v"), []) })
                .GetProperty("refresh")
                .GetProperty("userIds")
                .GetArrayLength()
        );

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Refresh_People_AtMostSixty(int people, bool refused)
    {
        string[] ids = [.. Enumerable.Range(0, people).Select(i => $"29:{i}")];
        Exception? thrown = Record.Exception(() => new CardRefresh(new ExecuteAction("更新", "v"), ids));
        Assert.Equal(refused, thrown is ArgumentException);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("JA")]
    [InlineData("")]
    public void Lang_Other_IsRefused(string lang) =>
        Assert.Throws<ArgumentException>(() => Samples.Card() with { Lang = lang });

    [Fact]
    public void Json_Japanese_IsNotEscaped()
    {
        string json = Encoding.UTF8.GetString(Samples.Card(new TextBlock("保健所\u2028\"<>&'")).ToUtf8Json().Span);
        Assert.Contains("保健所", json, StringComparison.Ordinal);
        Assert.Contains("""\"<>&'""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_LoneSurrogate_StaysValid()
    {
        ReadOnlyMemory<byte> json = Samples.Card(new TextBlock("a\ud842b𠮟")).ToUtf8Json();
        Assert.Equal("a\ufffdb𠮟", JsonElement.Parse(json.Span).GetProperty("body")[1].GetProperty("text").GetString());
    }

    [Fact]
    public void Assembly_References_NoOtherProject() =>
        Assert.DoesNotContain(
            typeof(AdaptiveCard).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Renkei.", StringComparison.Ordinal)
        );
}

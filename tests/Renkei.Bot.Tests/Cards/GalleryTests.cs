using System.Text.RegularExpressions;
using Renkei.Bot.Tests.Play;
using Renkei.Testing;
using Xunit.Abstractions;

namespace Renkei.Bot.Tests.Cards;

public sealed partial class GalleryTests(ITestOutputHelper output)
{
    private const int Limit = 28 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cards_AreAsKept(bool isJapanese)
    {
        IReadOnlyList<(string Name, Shown Card)> cards = await Gallery.MakeAsync(isJapanese);

        Assert.All(cards, c => Golden.Matches(c.Name, c.Card.Json));
        Assert.Equal(
            Golden.Names.Where(n => n.EndsWith(isJapanese ? ".ja" : ".en", StringComparison.Ordinal)),
            cards.Select(c => c.Name).Order()
        );
    }

    [Fact]
    public async Task Cards_InEnglish_HaveNoJapaneseButTheSourceOfALine()
    {
        foreach ((string name, Shown card) in await Gallery.MakeAsync(isJapanese: false))
        {
            string json = Source.Replace(card.Card!.ToJsonString(Golden.Plain), "");
            Assert.Equal((name, ""), (name, string.Concat(Japanese.Matches(json).Select(m => m.Value))));
        }
    }

    [Fact]
    public async Task Cards_AreBelowWhatTeamsTakes()
    {
        IEnumerable<(string Name, Shown Card)> cards =
        [
            .. await Gallery.MakeAsync(isJapanese: true),
            .. await Gallery.MakeAsync(isJapanese: false),
        ];
        foreach ((string name, Shown card) in cards.OrderByDescending(c => c.Card.Json.Length).Take(5))
        {
            output.WriteLine($"{name}: {card.Json.Length} bytes");
        }

        Assert.All(cards, c => Assert.True(c.Card.Json.Length < Limit, $"{c.Name}: {c.Card.Json.Length} bytes"));
    }

    [Fact]
    public async Task Cards_InTheOfficialRenderer_HaveNoWarnings()
    {
        KeyValuePair<string, ReadOnlyMemory<byte>>[] cards =
        [
            .. (await Gallery.MakeAsync(isJapanese: true))
                .Concat(await Gallery.MakeAsync(isJapanese: false))
                .Select(c => KeyValuePair.Create(c.Name, c.Card.Json)),
        ];

        IReadOnlyList<RenderedCard> drawn = await CardRenderer.RenderAsync(
            "Bot.Gallery",
            cards,
            images: Environment.GetEnvironmentVariable("RENKEI_CARD_IMAGES") == "1",
            CancellationToken.None
        );

        Assert.Equal(cards.Length, drawn.Count);
        Assert.All(drawn, card => Assert.Empty(card.Warnings));
        Assert.All(drawn, card => Assert.Equal((card.Name, ""), (card.Name, string.Join('\n', card.Cut))));
    }

    [GeneratedRegex("表1-[0-9]+")]
    private static partial Regex Source { get; }

    [GeneratedRegex("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")]
    private static partial Regex Japanese { get; }
}

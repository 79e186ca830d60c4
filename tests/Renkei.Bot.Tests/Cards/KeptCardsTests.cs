using System.Text.RegularExpressions;
using Renkei.Bot.Tests.Play;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Cards;

/// <summary>What holds for every set of kept cards: they stay as they are, English has no Japanese, and the official renderer draws them whole.</summary>
public abstract partial class KeptCardsTests
{
    private protected const int Limit = 28 * 1024;

    private readonly string folder;
    private readonly (int Japanese, int English) counts;
    private readonly Func<bool, Task<IReadOnlyList<(string Name, Shown Card)>>> make;

    /// <param name="folder">Where they are kept, below Golden; pictures lie in a folder of that name.</param>
    /// <param name="counts">How many there are.</param>
    /// <param name="make">Makes them, in Japanese where the argument says so.</param>
    private protected KeptCardsTests(
        string folder,
        (int Japanese, int English) counts,
        Func<bool, Task<IReadOnlyList<(string Name, Shown Card)>>> make
    ) => (this.folder, this.counts, this.make) = (folder, counts, make);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cards_AreAsKept(bool isJapanese)
    {
        IReadOnlyList<(string Name, Shown Card)> cards = await make(isJapanese);

        Assert.Equal(isJapanese ? counts.Japanese : counts.English, cards.Count);
        Assert.All(cards, c => Golden.Matches(Path.Combine(folder, c.Name), c.Card.Json));
        Assert.All(cards, c => Assert.True(c.Card.Json.Length < Limit, $"{c.Name}: {c.Card.Json.Length} bytes"));
    }

    [Fact]
    public async Task Cards_InEnglish_HaveNoJapanese()
    {
        foreach ((string name, Shown card) in await make(false))
        {
            string json = card.Card!.ToJsonString(Golden.Plain);
            Assert.Equal((name, ""), (name, string.Concat(Japanese.Matches(json).Select(m => m.Value))));
        }
    }

    [Fact]
    public async Task Cards_InTheOfficialRenderer_HaveNoWarningsAndNothingCut()
    {
        KeyValuePair<string, ReadOnlyMemory<byte>>[] cards =
        [
            .. (await make(true)).Concat(await make(false)).Select(c => KeyValuePair.Create(c.Name, c.Card.Json)),
        ];

        IReadOnlyList<RenderedCard> drawn = await CardRenderer.RenderAsync(
            $"Bot.{folder}",
            cards,
            images: Environment.GetEnvironmentVariable("RENKEI_CARD_IMAGES") == "1",
            CancellationToken.None
        );

        Assert.Equal(cards.Length, drawn.Count);
        Assert.All(drawn, card => Assert.Empty(card.Warnings));
        Assert.All(drawn, card => Assert.Equal((card.Name, ""), (card.Name, string.Join('\n', card.Cut))));
    }

    [GeneratedRegex("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")]
    private static partial Regex Japanese { get; }
}

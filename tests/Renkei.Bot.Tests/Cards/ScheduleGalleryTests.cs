using System.Text.RegularExpressions;
using Renkei.Bot.Tests.Play;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Cards;

public sealed partial class ScheduleGalleryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cards_AreAsKept(bool isJapanese)
    {
        IReadOnlyList<(string Name, Shown Card)> cards = await ScheduleGallery.MakeAsync(isJapanese);

        Assert.Equal(25, cards.Count);
        Assert.All(cards, c => Golden.Matches(Path.Combine("Schedule", c.Name), c.Card.Json));
    }

    [Fact]
    public async Task Cards_InEnglish_HaveNoJapanese()
    {
        foreach ((string name, Shown card) in await ScheduleGallery.MakeAsync(isJapanese: false))
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
            .. (await ScheduleGallery.MakeAsync(isJapanese: true))
                .Concat(await ScheduleGallery.MakeAsync(isJapanese: false))
                .Select(c => KeyValuePair.Create(c.Name, c.Card.Json)),
        ];

        IReadOnlyList<RenderedCard> drawn = await CardRenderer.RenderAsync(
            "Bot.Schedule",
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

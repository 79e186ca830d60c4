using Renkei.Testing;

namespace Renkei.Cards.Tests;

/// <summary>Our cards against programs that are not ours: the official renderer in a browser, Markdown, and Microsoft's card types.</summary>
public sealed class RendererTests
{
    [Fact]
    public async Task Gallery_InRenderer_HasNoWarnings()
    {
        IReadOnlyList<RenderedCard> drawn = await CardRenderer.RenderAsync(
            "Cards.Gallery",
            Samples.Gallery.Select(sample => KeyValuePair.Create(sample.Key, sample.Value.ToUtf8Json())),
            images: true,
            CancellationToken.None
        );

        Assert.Equal(Samples.Gallery.Count, drawn.Count);
        Assert.All(
            drawn,
            card =>
            {
                Assert.Empty(card.Warnings);
                Assert.Empty(card.Cut);
                Assert.Equal(4, card.Images.Count);
                Assert.Contains(card.Texts, text => text.Length > 0);
            }
        );
    }

    [Fact]
    public async Task BadCard_InRenderer_IsReported()
    {
        ReadOnlyMemory<byte> json =
            """
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"TextBlock","text":"x","color":"Blue"},{"type":"Badge","text":"no fallback"}]}
            """u8.ToArray();
        RenderedCard card = Assert.Single(
            await CardRenderer.RenderAsync("Cards.Bad", [new("bad", json)], images: false, CancellationToken.None)
        );
        Assert.Contains("Invalid value \"Blue\" for property \"color\".", card.Warnings);
        Assert.Contains(card.Warnings, warning => warning.Contains("falls back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gallery_AgainstTeamsTypes_HasNoErrors()
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> errors = await CardRenderer.CheckTypesAsync(
            "Cards.Types",
            Samples.Gallery.Select(sample => KeyValuePair.Create(sample.Key, sample.Value.ToUtf8Json())),
            CancellationToken.None
        );
        Assert.Equal(Samples.Gallery.Count, errors.Count);
        Assert.All(errors, card => Assert.Empty(card.Value));
    }

    [Fact]
    public async Task BadElements_AgainstTeamsTypes_AreReported()
    {
        (string Name, string Element, string Expected)[] bad =
        [
            ("property", """{"type":"Badge","text":"x","colour":"Good"}""", "'\"colour\"' does not exist"),
            ("name", """{"type":"Badge","text":"x","style":"Great"}""", "\"Great\""),
            ("type", """{"type":"Chart.Doughnut"}""", "Chart.Doughnut"),
        ];
        IReadOnlyDictionary<string, IReadOnlyList<string>> errors = await CardRenderer.CheckTypesAsync(
            "Cards.BadTypes",
            bad.Select(each => KeyValuePair.Create(each.Name, Around(each.Element))),
            CancellationToken.None
        );
        Assert.All(
            bad,
            each => Assert.Contains(errors[each.Name], error => error.Contains(each.Expected, StringComparison.Ordinal))
        );
    }

    /// <summary>The rule about bold against Markdown itself, with a fixed seed. Asterisks alone are left out: they draw a line.</summary>
    [Fact]
    public async Task BoldMarks_RandomTexts_AgreeWithMarkdown()
    {
        Random random = new(20261218);
        string[] pieces = ["**", "**", "退院", "a", "「", "」", "、", "（", "）", " ", "　", "1", "＋"];
        string[] texts =
        [
            .. Enumerable
                .Range(0, 600)
                .Select(_ =>
                    string.Concat(
                        Enumerable.Range(0, random.Next(3, 10)).Select(_ => pieces[random.Next(pieces.Length)])
                    )
                )
                .Where(text => !text.Contains("***", StringComparison.Ordinal) && text.Trim(' ', '　', '*').Length > 0),
        ];
        AdaptiveCard card = Samples.Card([.. texts.Select(text => new TextBlock(text))]);

        RenderedCard drawn = Assert.Single(
            await CardRenderer.RenderAsync(
                "Cards.Bold",
                [new("bold", Wire.CardJson.Write(card))],
                images: false,
                CancellationToken.None
            )
        );

        Assert.Equal(
            [.. drawn.Texts.Skip(1).Zip(texts, (shown, text) => (text, shown.Contains('*', StringComparison.Ordinal)))],
            texts.Select(text => (text, BoldMarks.AreShown(text)))
        );
        Assert.Equal(["strong"], drawn.Markup);
    }

    /// <summary>
    /// Random texts of what Markdown minds, with a fixed seed: each has to be shown as it was written (without empty lines and blanks at
    /// the ends of lines), in a block of its own and between markup of ours, and may not become any markup.
    /// </summary>
    [Fact]
    public async Task Escape_RandomTexts_AreShownAsWritten()
    {
        Random random = new(20261204);
        string[] texts =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(_ => HostileText(random))
                .Where(text => CardText.Escape(text).Length > 0),
        ];
        AdaptiveCard card = Samples.Card([.. texts.Select(text => new TextBlock(CardText.Escape(text)))]);
        // Bigger than a card may be, so it is written without the rules.
        ReadOnlyMemory<byte> json = Wire.CardJson.Write(card);

        RenderedCard drawn = Assert.Single(
            await CardRenderer.RenderAsync("Cards.Escape", [new("escape", json)], images: false, CancellationToken.None)
        );

        Assert.True(texts.Length > 350);
        Assert.Equal([.. texts.Select(Shown)], drawn.Texts.Skip(1));
        Assert.Empty(drawn.Markup);
    }

    [Fact]
    public async Task Markdown_Unescaped_IsSeenByTheTest()
    {
        AdaptiveCard card = Samples.Card(
            new TextBlock("*a*"),
            new TextBlock("[x](https://example.jp)"),
            new TextBlock("# h")
        );
        RenderedCard drawn = Assert.Single(
            await CardRenderer.RenderAsync(
                "Cards.Markdown",
                [new("md", card.ToUtf8Json())],
                images: false,
                CancellationToken.None
            )
        );
        Assert.Equal(["em", "a", "h1"], drawn.Markup);
    }

    private static ReadOnlyMemory<byte> Around(string element) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""");

    private static string Shown(string text) =>
        string.Join(
            '\n',
            text.Split(['\n', '\r', '\u2028', '\u2029', '\u0085', '\f'])
                .Select(line => line.Trim())
                .Where(line => line.Length > 0)
        );

    private static string HostileText(Random random)
    {
        string[] pieces =
        [
            "*",
            "**",
            "_",
            "__",
            "`",
            "```",
            "~~",
            "[",
            "]",
            "](",
            "(",
            ")",
            "<",
            ">",
            "<at>",
            "</at>",
            "<b>",
            "&",
            "&lt;",
            "&#x2a;",
            "#",
            "## ",
            "-",
            "- ",
            "+ ",
            "1. ",
            "12) ",
            "> ",
            "=",
            "===",
            "---",
            "|",
            "!",
            "![",
            "\\",
            "\n",
            "\r\n",
            "  ",
            "\t",
            "{{",
            "}}",
            "{{DATE(2026-12-04T00:00:00Z, SHORT)}}",
            "https://example.jp/a_b_c",
            "<https://example.jp>",
            "a@example.jp",
            ":",
            ".",
            "田中",
            "保健所",
            "医師会",
            "「」",
            "、",
            "a",
            "Z",
            "0",
            "9",
            "𠮟",
            "☑",
            " ",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}

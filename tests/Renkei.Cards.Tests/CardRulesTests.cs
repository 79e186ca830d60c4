namespace Renkei.Cards.Tests;

public sealed class CardRulesTests
{
    [Fact]
    public void Gallery_Cards_KeepTheRules() =>
        Assert.All(Samples.Gallery, sample => Assert.Empty(CardRules.Check(sample.Value)));

    [Fact]
    public void Heading_None_IsAFault() =>
        AssertFault(
            "The card has 0 headings; it needs exactly one.",
            Samples.Card() with
            {
                Body = [new TextBlock("x")],
            }
        );

    [Fact]
    public void Heading_SecondInsideTable_IsAFault() =>
        AssertFault(
            "The card has 2 headings; it needs exactly one.",
            Samples.Card(new Table([new()], [new TableRow([new TableCell([TextBlock.Heading("二つ目")])])]))
        );

    [Fact]
    public void Size_OverTheLimit_IsAFault()
    {
        // Three bytes a character, twice: once shown and once cut to 1500 characters for the plain text.
        AdaptiveCard small = Samples.Card(new TextBlock(new string('あ', 7800)));
        AdaptiveCard large = Samples.Card(new TextBlock(new string('あ', 9000)));
        Assert.Empty(CardRules.Check(small));
        Assert.Matches(@"^The card has 3\d{4} bytes; Teams takes 28672\.$", Assert.Single(CardRules.Check(large)));
    }

    [Fact]
    public void Ids_TwiceAcrossShowCard_AreAFault() =>
        AssertFault(
            "The id 'in_a' is used 2 times.",
            Samples.Card(new TextInput("in_a", "A")) with
            {
                Actions = [new ShowCardAction("開く", [new Container([new TextInput("in_a", "B")])])],
            }
        );

    [Fact]
    public void Actions_SevenPrimary_AreAFault()
    {
        ExecuteAction action = new("押す", "v");
        AdaptiveCard six = Samples.Card() with
        {
            Actions = [.. Enumerable.Repeat(action, 6), action with { IsSecondary = true }],
        };
        Assert.Empty(CardRules.Check(six));
        AssertFault(
            "7 primary actions stand in a row; Teams shows 6.",
            six with
            {
                Actions = [.. Enumerable.Repeat(action, 7)],
            }
        );
        AssertFault(
            "7 primary actions stand in a row; Teams shows 6.",
            Samples.Card(new Container([new ActionSet([.. Enumerable.Repeat(action, 7)])]))
        );
    }

    [Fact]
    public void ShowCard_InBody_IsAFault() =>
        AssertFault(
            "A ShowCard works on all clients only among the card's own actions.",
            Samples.Card(new ActionSet([new ShowCardAction("開く", [])]))
        );

    [Fact]
    public void Toggle_OfNothing_IsAFault() =>
        AssertFault(
            "There is no element 'b' to show and hide.",
            Samples.Card(
                new TextBlock("x") { Id = "a" },
                new Container([]) { SelectAction = new ToggleVisibilityAction("開く", "a", "b") }
            )
        );

    [Fact]
    public void Speak_Blank_IsAFault() =>
        AssertFault("The card says nothing aloud (Speak).", Samples.Card() with { Speak = " " });

    [Fact]
    public void FallbackText_Blank_IsAFault() =>
        AssertFault("The card has no plain text (FallbackText).", Samples.Card() with { FallbackText = "" });

    [Fact]
    public void TeamsElement_WithoutFallback_IsAFault() =>
        AssertFault(
            "Icon is known to Teams only and has no fallback.",
            Samples.Card(new Icon("People") { Fallback = null })
        );

    [Fact]
    public void Chart_WithoutNumbers_IsAFault()
    {
        DonutChart chart = new("段階", [new("定着", 5)]);
        AssertFault("The chart '段階' has no numbers as text right before or after it.", Samples.Card(chart));
        AssertFault(
            "The chart '段階' has no numbers as text right before or after it.",
            Samples.Card(new Container([chart, new TextBlock("5") { IsVisible = false }]))
        );
    }

    [Fact]
    public void TargetWidth_Unknown_IsAFault() =>
        AssertFault(
            "'atLeast:Huge' is not a width.",
            Samples.Card(new TextBlock("x") { TargetWidth = "atLeast:Huge" })
        );

    [Fact]
    public void Input_RefusedWithoutReason_IsAFault()
    {
        AssertFault(
            "The input 'in_a' can be refused without a reason (ErrorMessage).",
            Samples.Card(new TextInput("in_a", "A") { IsRequired = true })
        );
        AssertFault(
            "The input 'in_b' can be refused without a reason (ErrorMessage).",
            Samples.Card(new DateInput("in_b", "B") { Min = new(2026, 4, 1) })
        );
    }

    [Fact]
    public void Choices_WrongValues_AreAFault()
    {
        ChoiceSetInput set = new("in_a", "A", [new("x", "1"), new("y", "2")]);
        AssertFault(
            "The input 'in_a' has several values but takes one.",
            Samples.Card(set with { Values = ["1", "2"] })
        );
        AssertFault(
            "The input 'in_a' has the value '3', which is not among its choices.",
            Samples.Card(set with { Value = "3" })
        );
        AssertFault(
            "The input 'in_a' searches; it is filtered and has no choices of its own.",
            Samples.Card(set with { Dataset = "people" })
        );
    }

    [Theory]
    [InlineData("**「退院支援」**は来週です")]
    [InlineData("来週は**「退院支援」**")]
    [InlineData("** 空き **")]
    [InlineData("**閉じない")]
    public void Bold_ThatMarkdownRefuses_IsAFault(string text) =>
        AssertFault(
            "A text block shows ** as asterisks; use Weight, or runs of a RichTextBlock.",
            Samples.Card(new TextBlock(text))
        );

    [Theory]
    [InlineData("**退院支援**は来週です")]
    [InlineData("役割：**調整役**（東部）")]
    [InlineData("**（仮）退院支援**")]
    [InlineData(@"3 \*\* 2 と **a\*b**")]
    public void Bold_ThatMarkdownTakes_IsNoFault(string text) =>
        Assert.Empty(CardRules.Check(Samples.Card(new TextBlock(text))));

    [Fact]
    public void Mention_NotInText_IsAFault() =>
        AssertFault(
            "A mentioned person does not occur in the text.",
            Samples.Card() with
            {
                Mentions = [new("29:1", "田中")],
            }
        );

    [Fact]
    public void Mention_InFactOfContainer_IsFound()
    {
        CardMention mention = new("29:1", "田中");
        AdaptiveCard card = Samples.Card(new Container([new FactSet([new("担当", mention.Text)])]));
        Assert.Empty(CardRules.Check(card with { Mentions = [mention] }));
    }

    [Fact]
    public void ToUtf8Json_FaultInDebug_Throws()
    {
#if DEBUG
        CardRuleException thrown = Assert.Throws<CardRuleException>(() =>
            (Samples.Card() with { Speak = "" }).ToUtf8Json()
        );
        Assert.Equal(["The card says nothing aloud (Speak)."], thrown.Faults);
#else
        Assert.False((Samples.Card() with { Speak = "" }).ToUtf8Json().IsEmpty);
#endif
    }

    private static void AssertFault(string expected, AdaptiveCard card) =>
        Assert.Equal([expected], CardRules.Check(card));
}

namespace Renkei.Cards.Tests;

/// <summary>Each input against JSON written from the schema by hand.</summary>
public sealed class InputJsonTests
{
    [Fact]
    public void Text_Everything_IsWritten() =>
        Json.Equal(
            """
            {"type":"Input.Text","id":"in_a","label":"メモ","isRequired":true,"errorMessage":"書いてください","value":"v",
             "placeholder":"p","isMultiline":true,"maxLength":400,"style":"Tel"}
            """,
            Json.Of(
                new TextInput("in_a", "メモ")
                {
                    IsRequired = true,
                    ErrorMessage = "書いてください",
                    Value = "v",
                    Placeholder = "p",
                    IsMultiline = true,
                    MaxLength = 400,
                    Style = TextInputStyle.Tel,
                }
            )
        );

    [Fact]
    public void Number_Decimal_UsesPoint() =>
        Json.Equal(
            """{"type":"Input.Number","id":"in_n","label":"人","value":0.5,"min":-1,"max":99999,"errorMessage":"e","placeholder":"p"}""",
            Json.Of(
                new NumberInput("in_n", "人")
                {
                    Value = 0.5m,
                    Min = -1,
                    Max = 99999,
                    ErrorMessage = "e",
                    Placeholder = "p",
                }
            )
        );

    [Fact]
    public void Date_LeapDay_IsIso() =>
        Json.Equal(
            """
            {"type":"Input.Date","id":"in_d","label":"日","errorMessage":"e",
             "value":"2028-02-29","min":"2028-02-01","max":"2028-03-01"}
            """,
            Json.Of(
                new DateInput("in_d", "日")
                {
                    Value = new(2028, 2, 29),
                    Min = new(2028, 2, 1),
                    Max = new(2028, 3, 1),
                    ErrorMessage = "e",
                }
            )
        );

    [Fact]
    public void Time_Morning_HasTwoDigits() =>
        Json.Equal(
            """{"type":"Input.Time","id":"in_t","label":"時","errorMessage":"e","value":"09:05","min":"00:00","max":"23:59"}""",
            Json.Of(
                new TimeInput("in_t", "時")
                {
                    Value = new(9, 5),
                    Min = new(0, 0),
                    Max = new(23, 59),
                    ErrorMessage = "e",
                }
            )
        );

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void Toggle_Always_HasValue(bool value, string wire) =>
        Json.Equal(
            $$"""
            {"type":"Input.Toggle","id":"in_x","label":"共有","title":"見せる","valueOn":"true","valueOff":"false","value":"{{wire}}","wrap":true}
            """,
            Json.Of(new ToggleInput("in_x", "共有", "見せる") { Value = value })
        );

    [Fact]
    public void ChoiceSet_Several_AreJoinedByCommas() =>
        Json.Equal(
            """
            {"type":"Input.ChoiceSet","id":"in_c","label":"分野","value":"a,b","style":"expanded","isMultiSelect":true,"wrap":true,
             "placeholder":"p","choices":[{"title":"認知症","value":"a"},{"title":"脳卒中","value":"b"}]}
            """,
            Json.Of(
                new ChoiceSetInput("in_c", "分野", [new("認知症", "a"), new("脳卒中", "b")])
                {
                    Values = ["a", "b"],
                    Style = ChoiceStyle.Expanded,
                    IsMultiSelect = true,
                    Placeholder = "p",
                }
            )
        );

    [Fact]
    public void ChoiceSet_Dataset_AsksTheBot() =>
        Json.Equal(
            """
            {"type":"Input.ChoiceSet","id":"in_c","label":"だれ","style":"filtered","wrap":true,"choices":[],
             "choices.data":{"type":"Data.Query","dataset":"people"}}
            """,
            Json.Of(new ChoiceSetInput("in_c", "だれ", []) { Style = ChoiceStyle.Filtered, Dataset = "people" })
        );

    [Theory]
    [InlineData("note")]
    [InlineData("in_")]
    [InlineData("IN_a")]
    [InlineData("")]
    public void Id_WithoutPrefix_IsRefused(string id) =>
        Assert.Throws<ArgumentException>(() => new TextInput(id, "メモ"));

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    public void Label_Blank_IsRefused(string label) =>
        Assert.Throws<ArgumentException>(() => new DateInput("in_a", label));

    [Fact]
    public void Choice_Comma_IsRefused() => Assert.Throws<ArgumentException>(() => new Choice("x", "a,b"));

    [Fact]
    public void ChoiceSet_SameValueTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ChoiceSetInput("in_a", "x", [new("a", "1"), new("b", "1")]));
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renkei.Cards.Tests;

/// <summary>Each action against JSON written from the schema by hand.</summary>
public sealed partial class ActionJsonTests
{
    [Fact]
    public void Execute_WithData_FallsBackToSubmitWithVerb() =>
        Json.Equal(
            """
            {"type":"Action.Execute","title":"保存","tooltip":"t","mode":"secondary","verb":"checklist/save","associatedInputs":"none",
             "data":{"theme":"th-1","item":8,"again":true},
             "fallback":{"type":"Action.Submit","title":"保存","tooltip":"t","mode":"secondary","associatedInputs":"none",
               "data":{"verb":"checklist/save","theme":"th-1","item":8,"again":true}}}
            """,
            Json.Of(
                new ExecuteAction(
                    "保存",
                    "checklist/save",
                    ActionData.Of(("theme", "th-1"), ("item", 8), ("again", true))
                )
                {
                    Tooltip = "t",
                    IsSecondary = true,
                    IgnoresInputs = true,
                }
            )
        );

    [Fact]
    public void Execute_WithoutData_CarriesVerbOnly() =>
        Json.Equal(
            """
            {"type":"Action.Execute","title":"見る","verb":"v","fallback":{"type":"Action.Submit","title":"見る","data":{"verb":"v"}}}
            """,
            Json.Of(new ExecuteAction("見る", "v"))
        );

    [Fact]
    public void Submit_InDialog_CarriesVerb() =>
        Json.Equal(
            """{"type":"Action.Submit","title":"送る","associatedInputs":"none","data":{"verb":"v","a":"b"}}""",
            Json.Of(new SubmitAction("送る", "v", ActionData.Of(("a", "b"))) { IgnoresInputs = true })
        );

    [Fact]
    public void Dialog_Opens_ByTaskFetch() =>
        Json.Equal(
            """
            {"type":"Action.Submit","title":"動かす","associatedInputs":"none",
             "data":{"msteams":{"type":"task/fetch"},"verb":"council/move","council":"c"}}
            """,
            Json.Of(new DialogAction("動かす", "council/move", ActionData.Of(("council", "c"))))
        );

    [Fact]
    public void ShowCard_Part_IsACard() =>
        Json.Equal(
            """
            {"type":"Action.ShowCard","title":"中止","card":{"type":"AdaptiveCard","version":"1.5",
              "body":[{"type":"TextBlock","text":"本当に","wrap":true}],
              "actions":[{"type":"Action.OpenUrl","title":"開く","url":"https://teams.microsoft.com/l/x"}]}}
            """,
            Json.Of(
                new ShowCardAction(
                    "中止",
                    [new TextBlock("本当に")],
                    [new OpenUrlAction("開く", new Uri("https://teams.microsoft.com/l/x"))]
                )
            )
        );

    [Theory]
    [InlineData("http://example.jp")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a")]
    public void OpenUrl_OtherAddress_IsRefused(string url) =>
        Assert.Throws<ArgumentException>(() => new OpenUrlAction("開く", new Uri(url, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("msteams")]
    [InlineData("verb")]
    [InlineData("in_note")]
    [InlineData("")]
    public void Data_ReservedKey_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => ActionData.Of((name, "x")));

    [Fact]
    public void Data_SameKeyTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ActionData.Of(("a", 1)).With("a", 2));

    [Fact]
    public void Data_Record_KeepsItsJson() =>
        Json.Equal(
            """{"verb":"v","theme":"th-1","items":[8,9],"more":null}""",
            Json.Of(
                    new SubmitAction(
                        "送る",
                        "v",
                        ActionData.From(new Payload("th-1", [8, 9], null), PayloadJson.Default.Payload)
                    )
                )
                .GetProperty("data")
        );

    [Fact]
    public void Data_Bytes_KeepTheirJson() =>
        Json.Equal(
            """{"verb":"v","a":{"b":[1.50,"あ"]}}""",
            Json.Of(new SubmitAction("送る", "v", ActionData.From("""{"a":{"b":[1.50,"あ"]}}"""u8.ToArray())))
                .GetProperty("data")
        );

    [Fact]
    public void Data_Array_IsRefused() => Assert.Throws<ArgumentException>(() => ActionData.From("[1]"u8.ToArray()));

    internal sealed record Payload(string Theme, int[] Items, string? More);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Payload))]
    internal sealed partial class PayloadJson : JsonSerializerContext;
}

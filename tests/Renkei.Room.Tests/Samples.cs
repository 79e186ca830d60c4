namespace Renkei.Room.Tests;

/// <summary>Activities and cards as a bot would write them.</summary>
internal static class Samples
{
    public const string Hello = """{"type":"message","text":"こんにちは","textFormat":"markdown"}""";

    public const string Card = """
        {"type":"message","summary":"段階チェック","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive",
        "content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"in_note","label":"メモ"}],
        "actions":[{"type":"Action.Execute","title":"保存","verb":"walk/save","data":{"theme":"t1","in_note":"old"},
        "fallback":{"type":"Action.Submit","title":"保存","data":{"verb":"walk/save","theme":"t1"}}},
        {"type":"Action.Submit","title":"開く","data":{"msteams":{"type":"task/fetch"},"what":"sheet"}},
        {"type":"Action.Submit","title":"送る","data":{"verb":"send"}}]}}]}
        """;

    public const string OtherCardAnswer = """
        {"statusCode":200,"type":"application/vnd.microsoft.card.adaptive",
        "value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"済み"}]}}
        """;

    public static string CardFor(string userIds) =>
        Card.Replace(
            "\"body\":[",
            "\"refresh\":{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"walk/view\",\"data\":{\"theme\":\"t1\"}}"
                + userIds
                + "},\"body\":[",
            StringComparison.Ordinal
        );
}

using System.Text;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests;

/// <summary>Activities in the shape Teams sends them; people, ids and tenant are made up.</summary>
internal static class Samples
{
    public const string Tenant = "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f";
    public const string ServiceUrl = "https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/";

    public const string Text = """
        {
          "type": "message", "id": "1764806400000", "timestamp": "2026-12-04T00:00:00.123Z",
          "localTimestamp": "2026-12-04T09:00:00.123+09:00", "channelId": "msteams", "locale": "ja-JP",
          "serviceUrl": "https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/",
          "from": { "id": "29:nurse", "name": "佐藤 花子", "aadObjectId": "9b1a0c3e-0000-4000-8000-000000000001" },
          "recipient": { "id": "28:bot", "name": "連携" },
          "conversation": {
            "id": "19:abc@thread.tacv2;messageid=1", "conversationType": "channel", "isGroup": true,
            "tenantId": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f"
          },
          "channelData": { "tenant": { "id": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f" }, "team": { "id": "19:abc@thread.tacv2" } },
          "entities": [
            { "type": "clientInfo", "locale": "ja-JP", "country": "JP", "platform": "iOS", "timezone": "Asia/Tokyo" },
            { "type": "mention", "text": "<at>連携</at>", "mentioned": { "id": "28:bot", "name": "連携" } }
          ],
          "text": "<at>連携</at>&nbsp;段階チェック &amp; 会議", "textFormat": "plain"
        }
        """;

    public const string Execute = """
        {
          "type": "invoke", "name": "adaptiveCard/action", "id": "f:0d2c", "channelId": "msteams", "locale": "ja-JP",
          "serviceUrl": "https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/",
          "from": { "id": "29:nurse" }, "recipient": { "id": "28:bot" }, "replyToId": "1764806400001",
          "conversation": { "id": "a:personal", "conversationType": "personal", "tenantId": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f" },
          "channelData": { "tenant": { "id": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f" } },
          "value": {
            "action": { "type": "Action.Execute", "verb": "item/done", "data": { "verb": "item/done", "item": "1-8", "note": "済" } },
            "trigger": "manual"
          }
        }
        """;

    public const string Submit = """
        {
          "type": "message", "id": "1764806400002", "channelId": "msteams", "locale": "ja-JP",
          "serviceUrl": "https://smba.trafficmanager.net/jp/5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f/",
          "from": { "id": "29:nurse" }, "recipient": { "id": "28:bot" }, "replyToId": "1764806400001",
          "conversation": { "id": "a:personal", "conversationType": "personal", "tenantId": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f" },
          "channelData": { "tenant": { "id": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f" } },
          "value": { "verb": "item/done", "item": "1-8", "note": "済" }
        }
        """;

    public static Activity Read(string json) => ActivityJson.Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>An invoke of a name, in the personal chat.</summary>
    public static Activity Invoke(string name, string id = "f:1") => Read(Execute) with { Name = name, Id = id };
}

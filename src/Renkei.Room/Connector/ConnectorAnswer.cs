using System.Globalization;
using System.Text.Json.Nodes;

namespace Renkei.Room.Connector;

/// <summary>An answer of the connector.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON; <see langword="null"/> for none.</param>
/// <param name="RetryAfter">Header, in whole seconds.</param>
internal sealed record ConnectorAnswer(int Status, JsonNode? Body = null, int? RetryAfter = null)
{
    public static ConnectorAnswer Created(string id) => new(201, new JsonObject { ["id"] = id });

    public static ConnectorAnswer Ok(string id) => new(200, new JsonObject { ["id"] = id });

    /// <summary>The usual error shape.</summary>
    public static ConnectorAnswer Error(int status, string code, string message) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    /// <summary>The other error shape: a number, and JSON inside a string.</summary>
    public static ConnectorAnswer NumberedError(int status, int number, string subCode, string message)
    {
        JsonObject inner = new()
        {
            ["subCode"] = subCode,
            ["details"] = message,
            ["errorCode"] = number.ToString(CultureInfo.InvariantCulture),
        };
        return new(status, new JsonObject { ["errorCode"] = number, ["message"] = inner.ToJsonString() });
    }
}

using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Renkei.Tables.Azure;

/// <summary>Reads the service's errors: the header first, then JSON, then XML (protocols: Azure Tables, section 1).</summary>
internal static class ServiceError
{
    /// <returns>The code and message; empty where the answer holds none.</returns>
    public static (string Code, string Message) Read(string? headerCode, string body)
    {
        (string code, string message) = FromJson(body) ?? FromXml(body) ?? ("", "");
        return (string.IsNullOrEmpty(headerCode) ? code : headerCode, message);
    }

    private static (string, string)? FromJson(string body)
    {
        if (!body.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith("{"))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body.TrimStart('\uFEFF'));
            return
                document.RootElement.TryGetProperty("odata.error", out JsonElement error)
                && error.ValueKind == JsonValueKind.Object
                ? (
                    error.TryGetProperty("code", out JsonElement code) ? code.GetString() ?? "" : "",
                    error.TryGetProperty("message", out JsonElement message)
                    && message.ValueKind == JsonValueKind.Object
                    && message.TryGetProperty("value", out JsonElement value)
                        ? value.GetString() ?? ""
                        : ""
                )
                : null;
        }
        catch (JsonException)
        {
            // A proxy's page or a cut answer: the status alone decides.
            return null;
        }
    }

    private static (string, string)? FromXml(string body)
    {
        if (!body.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith("<"))
        {
            return null;
        }

        try
        {
            XElement error = XDocument.Parse(body.TrimStart('\uFEFF')).Root!;
            return (Named(error, "code"), Named(error, "message"));
        }
        catch (XmlException)
        {
            // A proxy's page or a cut answer: the status alone decides.
            return null;
        }
    }

    private static string Named(XElement error, string name) =>
        error
            .Elements()
            .FirstOrDefault(e => string.Equals(e.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))
            ?.Value
        ?? "";
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Renkei.Room.Hosting;

/// <summary>Reads and writes JSON bodies; Japanese stays readable.</summary>
internal static class JsonAnswers
{
    public static JsonSerializerOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = RoomJson.Readable };

    public static Task WriteAsync(HttpContext http, int status, JsonNode body)
    {
        Start(http, status);
        return http.Response.WriteAsync(body.ToJsonString(Readable), http.RequestAborted);
    }

    public static Task WriteAsync<T>(HttpContext http, int status, T body, JsonTypeInfo<T> type)
    {
        Start(http, status);
        return JsonSerializer.SerializeAsync(http.Response.Body, body, type, http.RequestAborted);
    }

    /// <exception cref="BadRequestException">The body is not the expected JSON.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted)
                ?? throw new BadRequestException("The body is empty.");
        }
        catch (JsonException e)
        {
            throw new BadRequestException("The body is not the JSON that is expected here: " + e.Message);
        }
    }

    private static void Start(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
    }
}

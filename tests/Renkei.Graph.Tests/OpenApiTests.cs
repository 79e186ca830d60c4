using System.Text.Json.Nodes;

namespace Renkei.Graph.Tests;

/// <summary>That the check against the description finds what is wrong.</summary>
public sealed class OpenApiTests
{
    private const string Events = "/users/service%40example.jp/events";

    [OpenApiFact]
    public void Request_Good_HasNoFault() =>
        Assert.Empty(
            Faults(
                "POST",
                Events,
                """{"subject":"会議","start":{"dateTime":"2026-12-04T14:00:00","timeZone":"Tokyo Standard Time"},"attendees":[{"type":"required","emailAddress":{"address":"a@example.jp"}}]}"""
            )
        );

    [OpenApiFact]
    public void Request_UnknownPath_IsFound() =>
        Assert.Equal(["POST /users/x/event is not described."], Faults("POST", "/users/x/event", "{}"));

    [OpenApiFact]
    public void Request_UnknownVerb_IsFound() => Assert.Single(Faults("PUT", Events, "{}"));

    [OpenApiFact]
    public void Request_MisspeltProperty_IsFound() =>
        Assert.Equal(["body has Subject, which is not described."], Faults("POST", Events, """{"Subject":"会議"}"""));

    [OpenApiFact]
    public void Request_WrongType_IsFound() =>
        Assert.Equal(["body.subject is Number, not string."], Faults("POST", Events, """{"subject":1}"""));

    [OpenApiFact]
    public void Request_WrongName_IsFound() =>
        Assert.Equal(
            ["body.attendees[0].type is 'needed', which is none of its names."],
            Faults("POST", Events, """{"attendees":[{"type":"needed"}]}""")
        );

    [OpenApiFact]
    public void Request_NoBody_IsFound() => Assert.Equal(["body is no object."], Faults("POST", Events, null));

    [OpenApiFact]
    public void Request_MissingOrUnknownParameter_IsFound() =>
        Assert.Equal(
            ["The query has $expand, which is not described.", "The query lacks endDateTime."],
            Faults("GET", "/users/x/calendarView?startDateTime=2026-12-04T05:00:00Z&$expand=x", null)
        );

    [OpenApiFact]
    public void Request_UnknownHeader_IsFound() =>
        Assert.Equal(
            ["The header has X-Ours, which is not described."],
            OpenApi.Found!.FaultsOfRequest("GET", "/users/x/events/y", [new("X-Ours", "1")], null)
        );

    private static IEnumerable<string> Faults(string method, string path, string? body) =>
        OpenApi.Found!.FaultsOfRequest(method, path, [], body is null ? null : JsonNode.Parse(body));
}

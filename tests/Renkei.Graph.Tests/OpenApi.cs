using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Renkei.Graph.Tests;

/// <summary>
/// The OpenAPI description of the part of Graph that is called, which lies beside the project and not in it. Stricter than the service: a
/// property, parameter or header that it does not name is an error.
/// </summary>
internal sealed class OpenApi
{
    // Prefer goes with every call to a mailbox, as ids mean nothing without it; the description has it for some of them only.
    private static readonly string[] AnyHeader =
    [
        "Authorization",
        "client-request-id",
        "Content-Type",
        "Content-Length",
        "Prefer",
    ];

    private readonly JsonNode document;

    private OpenApi(JsonNode document) => this.document = document;

    /// <summary>The description, or <see langword="null"/> where it is not beside the project.</summary>
    public static OpenApi? Found { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>What is wrong with a request; nothing for a good one.</summary>
    /// <param name="method">Upper case.</param>
    /// <param name="pathAndQuery">Below the version.</param>
    /// <param name="headers">Names and values.</param>
    /// <param name="body">The body, or <see langword="null"/>.</param>
    public IEnumerable<string> FaultsOfRequest(
        string method,
        string pathAndQuery,
        IEnumerable<KeyValuePair<string, string>> headers,
        JsonNode? body
    )
    {
        string[] parts = pathAndQuery.Split('?', 2);
        if (FindOperation(method, parts[0]) is not { } operation)
        {
            return [$"{method} {parts[0]} is not described."];
        }
        List<string> faults = [];
        CheckParameters(operation, "query", Query(parts.ElementAtOrDefault(1)), faults);
        CheckParameters(
            operation,
            "header",
            headers.Where(h => !AnyHeader.Contains(h.Key, StringComparer.OrdinalIgnoreCase)),
            faults
        );
        if (operation["requestBody"] is { } described)
        {
            Check(described["content"]!["application/json"]!["schema"]!, body, "body", faults);
        }
        else if (body is not null)
        {
            faults.Add("There is a body where none is described.");
        }
        return faults;
    }

    /// <summary>What is wrong with an answer: the double has to be as true as the client.</summary>
    public IEnumerable<string> FaultsOfAnswer(string method, string pathAndQuery, int status, JsonNode? body)
    {
        if (FindOperation(method, pathAndQuery.Split('?')[0]) is not { } operation)
        {
            return [];
        }
        JsonNode responses = operation["responses"]!;
        JsonNode? response = responses[$"{status}"] ?? responses[$"{status / 100}XX"];
        if (response is null)
        {
            return [$"{status} is no answer to {method} {pathAndQuery}."];
        }
        if (response["$ref"] is { } reference)
        {
            response = Resolve(reference.GetValue<string>());
        }
        List<string> faults = [];
        if (response["content"]?["application/json"]?["schema"] is { } schema)
        {
            Check(schema, body, "answer", faults);
        }
        return faults;
    }

    private static OpenApi? Find(DirectoryInfo? at)
    {
        for (; at is not null; at = at.Parent)
        {
            string file = Path.Combine(at.FullName, "shared", "protocols", "graph-openapi-subset.json");
            if (File.Exists(file))
            {
                return new(JsonNode.Parse(File.ReadAllText(file))!);
            }
        }
        return null;
    }

    private JsonObject? FindOperation(string method, string path)
    {
        foreach ((string template, JsonNode? item) in document["paths"]!.AsObject())
        {
            // The prefix may be left out of actions and is longer for places (see the description's own text).
            string pattern = Regex
                .Replace(Regex.Escape(template), @"\\\{[^}]+\}", "[^/]+")
                .Replace(@"microsoft\.graph\.", @"(microsoft\.graph\.)?", StringComparison.Ordinal)
                .Replace(@"/graph\.", @"/(microsoft\.)?graph\.", StringComparison.Ordinal);
            if (Regex.IsMatch(path, $"^{pattern}$") && item![method.ToLowerInvariant()] is JsonObject operation)
            {
                // Parameters of the path hold for all its operations.
                JsonObject together = operation.DeepClone().AsObject();
                JsonArray parameters = together["parameters"]?.DeepClone().AsArray() ?? [];
                foreach (JsonNode? parameter in item["parameters"]?.AsArray() ?? [])
                {
                    parameters.Add(parameter!.DeepClone());
                }
                together["parameters"] = parameters;
                return together;
            }
        }
        return null;
    }

    private void CheckParameters(
        JsonObject operation,
        string place,
        IEnumerable<KeyValuePair<string, string>> given,
        List<string> faults
    )
    {
        JsonNode[] described =
        [
            .. operation["parameters"]!.AsArray().Where(p => p!["in"]!.GetValue<string>() == place).Select(p => p!),
        ];
        Dictionary<string, string> values = new(given, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in values)
        {
            JsonNode? parameter = Array.Find(
                described,
                p => p["name"]!.GetValue<string>().Equals(name, StringComparison.OrdinalIgnoreCase)
            );
            if (parameter is null)
            {
                faults.Add($"The {place} has {name}, which is not described.");
                continue;
            }
            JsonNode schema = parameter["schema"]!;
            JsonNode typed =
                schema["type"]!.GetValue<string>() is "integer" or "boolean" && IsJson(value)
                    ? JsonNode.Parse(value)!
                    : JsonValue.Create(value);
            Check(schema, typed, name, faults);
        }
        faults.AddRange(
            described
                .Where(p =>
                    p["required"]?.GetValue<bool>() == true && !values.ContainsKey(p["name"]!.GetValue<string>())
                )
                .Select(p => $"The {place} lacks {p["name"]}.")
        );
    }

    private void Check(JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(Resolve(reference.GetValue<string>()), value, at, faults);
            return;
        }
        if (schema["anyOf"] is JsonArray either)
        {
            // Always a type, and beside it "or null".
            if (value is not null)
            {
                Check(either[0]!, value, at, faults);
            }
            return;
        }
        if (schema["allOf"] is not null)
        {
            CheckObject(Properties(schema), null, value, at, faults);
            return;
        }
        if (value is null)
        {
            if (schema["nullable"]?.GetValue<bool>() != true && schema["type"] is not null)
            {
                faults.Add($"{at} is null.");
            }
            return;
        }
        CheckType(schema, value, at, faults);
    }

    private void CheckType(JsonNode schema, JsonNode value, string at, List<string> faults)
    {
        JsonValueKind kind = value.GetValueKind();
        switch (schema["type"]?.GetValue<string>())
        {
            case "object":
                CheckObject(Properties(schema), schema, value, at, faults);
                break;
            case "array" when value is JsonArray array:
                if (array.Count > (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue))
                {
                    faults.Add($"{at} has {array.Count} elements.");
                }
                for (int i = 0; i < array.Count; i++)
                {
                    Check(schema["items"]!, array[i], $"{at}[{i}]", faults);
                }
                break;
            case "string" when kind == JsonValueKind.String:
                string text = value.GetValue<string>();
                if (schema["enum"] is JsonArray names && !names.Any(n => n!.GetValue<string>() == text))
                {
                    faults.Add($"{at} is '{text}', which is none of its names.");
                }
                if (
                    schema["format"]?.GetValue<string>() == "date-time"
                    && !Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
                )
                {
                    faults.Add($"{at} is no instant.");
                }
                break;
            case "integer"
                when kind == JsonValueKind.Number && !value.ToJsonString().Contains('.', StringComparison.Ordinal):
            case "number" when kind == JsonValueKind.Number:
            case "boolean" when kind is JsonValueKind.True or JsonValueKind.False:
            case null:
                break;
            default:
                faults.Add($"{at} is {kind}, not {schema["type"]}.");
                break;
        }
    }

    private void CheckObject(
        Dictionary<string, JsonNode> properties,
        JsonNode? schema,
        JsonNode? value,
        string at,
        List<string> faults
    )
    {
        if (value is not JsonObject @object)
        {
            faults.Add($"{at} is no object.");
            return;
        }
        foreach ((string name, JsonNode? inner) in @object)
        {
            if (properties.TryGetValue(name, out JsonNode? property))
            {
                Check(property, inner, $"{at}.{name}", faults);
            }
            else if (schema?["additionalProperties"] is JsonObject other)
            {
                Check(other, inner, $"{at}.{name}", faults);
            }
            else
            {
                faults.Add($"{at} has {name}, which is not described.");
            }
        }
        foreach (JsonNode? required in schema?["required"]?.AsArray() ?? [])
        {
            if (!@object.ContainsKey(required!.GetValue<string>()))
            {
                faults.Add($"{at} lacks {required}.");
            }
        }
    }

    private Dictionary<string, JsonNode> Properties(JsonNode schema)
    {
        Dictionary<string, JsonNode> all = [];
        JsonNode own = schema["$ref"] is { } reference ? Resolve(reference.GetValue<string>()) : schema;
        foreach (JsonNode? part in own["allOf"]?.AsArray() ?? [])
        {
            foreach ((string name, JsonNode property) in Properties(part!))
            {
                all[name] = property;
            }
        }
        foreach ((string name, JsonNode? property) in own["properties"]?.AsObject() ?? [])
        {
            all[name] = property!;
        }
        return all;
    }

    private JsonNode Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node[name]!);

    private static IEnumerable<KeyValuePair<string, string>> Query(string? query) =>
        (query ?? "")
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(Uri.UnescapeDataString(p[0]), Uri.UnescapeDataString(p[1])));

    private static bool IsJson(string value) => value is "true" or "false" || int.TryParse(value, out _);
}

/// <summary>A test against the description; says so when it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenApiFactAttribute : FactAttribute
{
    public OpenApiFactAttribute() =>
        Skip = OpenApi.Found is null
            ? "The OpenAPI description of Graph is not beside the project: shared/protocols/graph-openapi-subset.json."
            : null!;
}

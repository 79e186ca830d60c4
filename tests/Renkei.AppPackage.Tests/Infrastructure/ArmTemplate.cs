using System.Text.Json;

namespace Renkei.AppPackage.Tests.Infrastructure;

/// <summary>The infrastructure template as its tests look at it.</summary>
internal sealed class ArmTemplate
{
    private ArmTemplate(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    /// <summary>Every string of the template, property names included: Resource Manager evaluates both.</summary>
    public IEnumerable<string> Strings => StringsOf(Root);

    public IEnumerable<ArmCall> Calls => Strings.Where(ArmExpression.Is).SelectMany(ArmExpression.Parse);

    public IEnumerable<string> Parameters => Root.GetProperty("parameters").EnumerateObject().Select(p => p.Name);

    public IEnumerable<string> Variables =>
        Root.GetProperty("variables")
            .EnumerateObject()
            .SelectMany(variable => variable.Name == "copy" ? Loops : [variable.Name]);

    public IEnumerable<string> Loops =>
        Root.GetProperty("variables")
            .GetProperty("copy")
            .EnumerateArray()
            .Select(loop => loop.GetProperty("name").GetString()!);

    public IEnumerable<JsonElement> Resources => Root.GetProperty("resources").EnumerateArray();

    public static ArmTemplate Read() => new(ReadJson(RepositoryFiles.PathTo("infra", "azuredeploy.json")));

    public static JsonElement ReadJson(string path)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllBytes(path),
            new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip }
        );
        return document.RootElement.Clone();
    }

    public JsonElement Resource(string type) =>
        Resources.Single(resource => resource.GetProperty("type").GetString() == type);

    private static IEnumerable<string> StringsOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property => (IEnumerable<string>)[property.Name, .. StringsOf(property.Value)]),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(StringsOf),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };
}

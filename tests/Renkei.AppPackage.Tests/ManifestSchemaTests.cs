using System.Text;
using NJsonSchema;

namespace Renkei.AppPackage.Tests;

/// <summary>The package against the schemas Microsoft publishes.</summary>
public sealed class ManifestSchemaTests
{
    [SchemaFact]
    public async Task Manifest_OfThisRepository_IsValid() =>
        Assert.Empty(
            await ValidateAsync("MicrosoftTeams.schema.json", SamplePackage.Build().Find("manifest.json")!.Value)
        );

    [SchemaFact]
    public async Task English_OfThisRepository_IsValid() =>
        Assert.Empty(
            await ValidateAsync("MicrosoftTeams.Localization.schema.json", SamplePackage.Build().Find("en.json")!.Value)
        );

    /// <summary>Shows that the validator looks at all: this property is in many samples, and is refused since 1.17.</summary>
    [SchemaFact]
    public async Task Manifest_WithPackageName_IsInvalid()
    {
        TeamsPackage package = SamplePackage.With("manifest.json", "packageName", "\"jp.example.renkei\"");
        string fault = Assert.Single(
            await ValidateAsync("MicrosoftTeams.schema.json", package.Find("manifest.json")!.Value)
        );
        Assert.Equal("NoAdditionalPropertiesAllowed #/packageName", fault);
    }

    private static async Task<string[]> ValidateAsync(string schemaFile, ReadOnlyMemory<byte> json)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(SchemaFactAttribute.Folder, schemaFile));
        JsonSchema schema = await JsonSchema.FromJsonAsync(text);
        return [.. schema.Validate(Encoding.UTF8.GetString(json.Span)).Select(fault => $"{fault.Kind} {fault.Path}")];
    }
}

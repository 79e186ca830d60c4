namespace Renkei.AppPackage.Tests;

/// <summary>A test that needs Microsoft's schema files, which come with an npm package; without them it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaFactAttribute : FactAttribute
{
    public SchemaFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "Microsoft's manifest schemas are not installed: run \"npm ci\" in tests/manifest.";
        }
    }

    /// <summary>The schemas of the manifest version that Renkei targets.</summary>
    internal static string Folder { get; } =
        RepositoryFiles.PathTo(
            "tests",
            "manifest",
            "node_modules",
            "@microsoft",
            "app-manifest",
            "build",
            "json-schemas",
            "teams",
            "v1.25"
        );
}

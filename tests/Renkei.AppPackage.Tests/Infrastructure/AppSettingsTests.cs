using System.Text.Json;
using System.Text.RegularExpressions;

namespace Renkei.AppPackage.Tests.Infrastructure;

/// <summary>The template sets keys that the program reads, and says so in the same words.</summary>
public sealed partial class AppSettingsTests
{
    [Fact]
    public void Template_SetsOnlyKeysOfTheSample()
    {
        string template = File.ReadAllText(RepositoryFiles.PathTo("infra", "azuredeploy.json"));
        string[] set = [.. Setting.Matches(template).Select(match => Key(match.Value)).Distinct().Order()];
        string[] known = [.. KeysOf("", ArmTemplate.ReadJson(RepositoryFiles.PathTo("appsettings.sample.json")))];
        Assert.Contains("Renkei:Teams:AppId", set);
        Assert.Contains("Renkei:Teams:TenantIds", set);
        Assert.Empty(set.Except(known));
    }

    /// <summary><c>Renkei__Teams__TenantIds__</c>, which a loop goes on with an index, is the key of the list.</summary>
    private static string Key(string setting) => setting.TrimEnd('_').Replace("__", ":", StringComparison.Ordinal);

    private static IEnumerable<string> KeysOf(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element
                .EnumerateObject()
                .SelectMany(property =>
                    KeysOf(path.Length == 0 ? property.Name : $"{path}:{property.Name}", property.Value)
                )
            : [path];

    [GeneratedRegex("Renkei__[A-Za-z_]+")]
    private static partial Regex Setting { get; }
}

using System.Text.Json;

namespace Renkei.AppPackage.Tests.Infrastructure;

/// <summary>
/// What can be known of the template without Azure: its expressions are well-formed and name only what is there, and the
/// promises of docs/azure.md are in it.
/// </summary>
public sealed class ArmTemplateTests
{
    /// <summary>The template functions in use; a misspelt one would only be found at deployment.</summary>
    private static readonly string[] KnownFunctions =
    [
        "concat",
        "copyIndex",
        "createArray",
        "createObject",
        "empty",
        "environment",
        "guid",
        "if",
        "length",
        "parameters",
        "reference",
        "resourceGroup",
        "resourceId",
        "subscriptionResourceId",
        "tenant",
        "uniqueString",
        "variables",
    ];

    private readonly ArmTemplate template = ArmTemplate.Read();

    [Fact]
    public void Expressions_CallOnlyKnownFunctions() =>
        Assert.Empty(template.Calls.Select(call => call.Function).Except(KnownFunctions));

    [Fact]
    public void Parameters_AreAllUsedAndAllDeclared() => Assert.Equal(template.Parameters.Order(), Named("parameters"));

    [Fact]
    public void Variables_AreAllUsedAndAllDeclared() => Assert.Equal(template.Variables.Order(), Named("variables"));

    [Fact]
    public void CopyIndex_NamesALoop() => Assert.Equal(template.Loops.Order(), Named("copyIndex"));

    /// <summary>Resource Manager has no value yet for <c>reference</c> while it computes variables.</summary>
    [Fact]
    public void Variables_DoNotReferToResources()
    {
        string variables = template.Root.GetProperty("variables").GetRawText();
        Assert.DoesNotContain("reference(", variables, StringComparison.Ordinal);
    }

    [Fact]
    public void References_AreWaitedFor()
    {
        foreach (JsonElement resource in template.Resources)
        {
            string text = resource.GetProperty("name").GetString() + resource.GetRawText();
            string dependsOn = resource.TryGetProperty("dependsOn", out JsonElement waits) ? waits.GetRawText() : "";
            foreach (string id in (string[])["identityId", "siteId"])
            {
                if (text.Contains($"reference(variables('{id}')", StringComparison.Ordinal))
                {
                    Assert.Contains($"variables('{id}')", dependsOn, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void SampleParameters_AreParametersAndCoverWhatHasNoDefault()
    {
        string[] given =
        [
            .. ArmTemplate
                .ReadJson(RepositoryFiles.PathTo("infra", "azuredeploy.parameters.sample.json"))
                .GetProperty("parameters")
                .EnumerateObject()
                .Select(parameter => parameter.Name),
        ];
        Assert.Empty(given.Except(template.Parameters));
        IEnumerable<string> needed = template
            .Root.GetProperty("parameters")
            .EnumerateObject()
            .Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _))
            .Select(parameter => parameter.Name);
        Assert.Empty(needed.Except(given));
    }

    [Fact]
    public void Storage_HasNoKeysAndNoOldTls()
    {
        JsonElement storage = template.Resource("Microsoft.Storage/storageAccounts").GetProperty("properties");
        Assert.False(storage.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(storage.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.True(storage.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", storage.GetProperty("minimumTlsVersion").GetString());
    }

    [Fact]
    public void Bot_IsTheManagedIdentityWithoutSecret()
    {
        JsonElement bot = template.Resource("Microsoft.BotService/botServices").GetProperty("properties");
        Assert.Equal("UserAssignedMSI", bot.GetProperty("msaAppType").GetString());
        Assert.EndsWith("'/api/messages')]", bot.GetProperty("endpoint").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(template.Parameters, name => name.Contains("secret", StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<string?> Named(string function) =>
        template
            .Calls.Where(call => call.Function == function)
            .Select(call => Assert.Single(call.Arguments))
            .Distinct()
            .Order();
}

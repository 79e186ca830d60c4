namespace Renkei.Room.BotProcess;

/// <summary>The environment a bot on trial is started with; <see cref="BotChild"/> explains the braces.</summary>
internal static class TrialConfiguration
{
    public static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "{botUrl}",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Renkei__Bot__AppId"] = "{appId}",
            ["Renkei__Bot__TenantId"] = "{tenantId}",
            ["Renkei__Trial__Issuer"] = "{issuer}",
            ["Renkei__Trial__MetadataUrl"] = "{metadataUrl}",
            ["Renkei__Trial__TokenUrl"] = "{tokenUrl}",
            ["Renkei__Trial__ClientSecret"] = "{clientSecret}",
            ["Renkei__Trial__ServiceHost"] = "{serviceHost}",
            ["Renkei__Trial__Key"] = "{trialKey}",
            ["Renkei__DataPath"] = "{dataPath}",
        };
}

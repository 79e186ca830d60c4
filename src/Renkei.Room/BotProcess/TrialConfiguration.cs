namespace Renkei.Room.BotProcess;

/// <summary>The environment a bot on trial is started with; <see cref="BotChild"/> explains the braces.</summary>
public static class TrialConfiguration
{
    /// <summary>Settings of the bot by the names it reads them.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "{botUrl}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Renkei__Teams__AppId"] = "{appId}",
            ["Renkei__Teams__TenantIds__0"] = "{tenantId}",
            ["Renkei__Teams__AdditionalIssuers__0__Issuer"] = "{issuer}",
            ["Renkei__Teams__AdditionalIssuers__0__MetadataUrl"] = "{metadataUrl}",
            ["Renkei__Teams__AdditionalIssuers__0__ServiceHosts__0"] = "{serviceHost}",
            ["Renkei__Credential__Kind"] = "Rehearsal",
            ["Renkei__Credential__ClientId"] = "{appId}",
            ["Renkei__Credential__ClientSecret"] = "{clientSecret}",
            ["Renkei__Credential__TokenUrl"] = "{tokenUrl}",
            ["Renkei__Trial__Enabled"] = "true",
            ["Renkei__Trial__TenantId"] = "{tenantId}",
            ["Renkei__Trial__Key"] = "{trialKey}",
            ["Renkei__Store__Path"] = "{dataPath}/renkei.db",
            // 渡辺 誠, the sample prefecture's administrator.
            ["Renkei__Installation__Administrators__0"] = "00000000-0000-4000-a000-000000000002",
        };
}

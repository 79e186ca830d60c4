namespace Renkei.AppPackage;

/// <summary>What one organisation's package differs in.</summary>
/// <param name="AppId">GUID of the Teams app; stays the same for ever, so that an upload is an update.</param>
/// <param name="BotId">Entra application (client) id of the bot.</param>
/// <param name="Domain">Host name the bot answers at, without scheme and path.</param>
/// <param name="DeveloperName">Who offers the app to its users, e.g. the prefecture; at most 32 characters.</param>
/// <param name="WebsiteUrl">Where users find out more; https.</param>
/// <param name="PrivacyUrl">How personal data is treated; https.</param>
/// <param name="TermsUrl">Terms of use; https.</param>
/// <param name="Version">Semantic version; higher for every upload.</param>
public sealed record PackageSettings(
    string AppId,
    string BotId,
    string Domain,
    string DeveloperName,
    string WebsiteUrl,
    string PrivacyUrl,
    string TermsUrl,
    string Version
)
{
    /// <summary>The value of each placeholder of the manifest template.</summary>
    public IReadOnlyDictionary<string, string> Placeholders =>
        new Dictionary<string, string>
        {
            ["APP_ID"] = AppId,
            ["BOT_ID"] = BotId,
            ["BOT_DOMAIN"] = Domain,
            ["DEVELOPER_NAME"] = DeveloperName,
            ["WEBSITE_URL"] = WebsiteUrl,
            ["PRIVACY_URL"] = PrivacyUrl,
            ["TERMS_URL"] = TermsUrl,
            ["VERSION"] = Version,
        };
}

namespace Renkei.AppPackage.Checks;

/// <summary>
/// The texts users see, which language files may translate, and how long each may be (manifest 1.25). Lengths are UTF-16
/// code units, so that a character outside the basic plane counts twice and nothing is cut.
/// </summary>
internal static class TextLimits
{
    public static readonly IReadOnlyDictionary<string, int> ByPattern = new Dictionary<string, int>
    {
        ["name.short"] = 30,
        ["name.full"] = 100,
        ["description.short"] = 80,
        ["description.full"] = 4000,
        ["bots[*].commandLists[*].commands[*].title"] = 128,
        ["bots[*].commandLists[*].commands[*].description"] = 4000,
        ["staticTabs[*].name"] = 128,
        ["composeExtensions[*].commands[*].title"] = 32,
        ["composeExtensions[*].commands[*].description"] = 128,
        ["composeExtensions[*].commands[*].taskInfo.title"] = 64,
        ["composeExtensions[*].commands[*].parameters[*].title"] = 32,
        ["composeExtensions[*].commands[*].parameters[*].description"] = 128,
        ["composeExtensions[*].commands[*].parameters[*].value"] = 512,
        ["composeExtensions[*].commands[*].parameters[*].choices[*].title"] = 128,
        ["activities.activityTypes[*].description"] = 128,
        ["activities.activityTypes[*].templateText"] = 128,
    };

    /// <summary>The developer's name is shown too, but not translated.</summary>
    public const int DeveloperName = 32;
}

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>A test in headless Chromium; without one it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Looks for Chromium.</summary>
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "Needs /usr/bin/chromium, or its path in the environment variable CHROMIUM.";
        }
    }
}

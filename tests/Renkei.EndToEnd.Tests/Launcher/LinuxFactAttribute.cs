namespace Renkei.EndToEnd.Tests.Launcher;

/// <summary>A test that needs Linux' sessions and signals; elsewhere it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    /// <summary>Looks where it runs.</summary>
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Needs the process groups and signals of Linux.";
        }
    }
}

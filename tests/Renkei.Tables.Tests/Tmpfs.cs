using System.Diagnostics;

namespace Renkei.Tables.Tests;

/// <summary>A test on a small disk of its own, which only root may mount; elsewhere it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !Tmpfs.CanMount)
        {
            Skip = "Needs Linux and the right to mount a small disk.";
        }
    }
}

/// <summary>A disk in memory of a given size, which can be made greater, read-only and writable.</summary>
internal sealed class Tmpfs : IDisposable
{
    private static readonly Lazy<bool> Mountable = new(() =>
    {
        using TemporaryFolder folder = new();
        bool mounted = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path);
        return mounted && Run("umount", folder.Path);
    });

    private readonly TemporaryFolder folder = new();

    public Tmpfs(string size) => Must("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", this.folder.Path);

    public static bool CanMount => Mountable.Value;

    public string File(string name) => this.folder.File(name);

    public void Remount(string options) => Must("mount", "-o", $"remount,{options}", this.folder.Path);

    public void Dispose()
    {
        Must("umount", "-l", this.folder.Path);
        this.folder.Dispose();
    }

    private static void Must(params string[] command) => Assert.True(Run(command), string.Join(' ', command));

    private static bool Run(params string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

using System.Diagnostics;

namespace Renkei.Testing;

/// <summary>A disk in memory of a given size, to be filled up. Only root on Linux may have one.</summary>
public sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<bool> Mountable = new(() =>
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }
        string folder = Directory.CreateTempSubdirectory("renkei-disk-").FullName;
        bool mounted = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) && Run("umount", folder);
        Directory.Delete(folder);
        return mounted;
    });

    private readonly string filler;

    /// <summary>Mounts it.</summary>
    /// <param name="size">As mount takes it, e.g. <c>8m</c>.</param>
    /// <exception cref="InvalidOperationException">It cannot be mounted here.</exception>
    public SmallDisk(string size)
    {
        Folder = Directory.CreateTempSubdirectory("renkei-disk-").FullName;
        filler = File("filler");
        Must("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", Folder);
    }

    /// <summary>Whether there can be one here.</summary>
    public static bool IsPossible => Mountable.Value;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>A path on it.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Changes it while it is in use.</summary>
    /// <param name="options">As mount takes them, e.g. <c>ro</c>, <c>rw</c> or <c>size=8m</c>.</param>
    /// <exception cref="InvalidOperationException">The system refuses.</exception>
    public void Remount(string options) => Must("mount", "-o", $"remount,{options}", Folder);

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        byte[] page = new byte[4096];
        using FileStream file = new(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Clear() => System.IO.File.Delete(filler);

    /// <inheritdoc/>
    public void Dispose()
    {
        Must("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static void Must(params string[] command)
    {
        if (!Run(command))
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} failed.");
        }
    }

    private static bool Run(params string[] command)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true }
        )!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
